package dev.enit.core.node;

import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.config.KnownSecrets;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node says of itself.
 *
 * @param pid of its process, in the operating system
 * @param otp such as 25
 * @param erts version of the emulator
 * @param uptime in milliseconds
 * @param connected nodes that it is connected with and sees
 * @param running applications and their versions; empty where the node did not answer in time
 * @param memory in bytes, by the names of {@code erlang:memory/0}, in its order
 * @param boot how far the start is, where enit started the node
 * @param isForeign whether something else started the node
 */
public record NodeInfo(
    String node,
    String pid,
    String otp,
    String erts,
    long uptime,
    List<String> connected,
    Optional<Map<String, String>> running,
    Map<String, Long> memory,
    Optional<BootStatus> boot,
    boolean isForeign) {

  /** From the agent's map. */
  static NodeInfo of(Term status) {
    MapFields fields = MapFields.of(status);
    return new NodeInfo(
        fields.text("node").orElse(""),
        fields.text("pid").orElse(""),
        fields.text("otp").orElse(""),
        fields.text("erts").orElse(""),
        fields.number("uptime").orElse(0L),
        fields.texts("connected"),
        fields.value("running").map(_ -> versions(fields.list("running"))),
        memory(fields.list("memory")),
        fields.value("boot").map(BootStatus::of),
        fields.value("enit").filter(enit -> WireTerms.isAtom(enit, "false")).isPresent());
  }

  /** Returns the same without secrets of the release in the reason of a failure. */
  public NodeInfo masked(EffectiveConfig config) {
    if (boot.flatMap(BootStatus::failed).isEmpty()) {
      return this;
    }
    KnownSecrets secrets = KnownSecrets.of(config);
    return new NodeInfo(
        node,
        pid,
        otp,
        erts,
        uptime,
        connected,
        running,
        memory,
        boot.map(status -> status.masked(secrets)),
        isForeign);
  }

  private static Map<String, String> versions(List<Term> running) {
    Map<String, String> versions = new java.util.TreeMap<>();
    for (Term each : running) {
      if (each instanceof Term.Tuple(var _, var pair) && pair.size() == 2) {
        NodeText.of(pair.getFirst())
            .ifPresent(name -> versions.put(name, NodeText.of(pair.getLast()).orElse("")));
      }
    }
    return versions;
  }

  private static Map<String, Long> memory(List<Term> memory) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (Term each : memory) {
      if (each instanceof Term.Tuple(var _, var pair)
          && pair.size() == 2
          && pair.getFirst() instanceof Term.Atom name
          && pair.getLast() instanceof Term.Int bytes) {
        sizes.put(name.name(), bytes.value().longValue());
      }
    }
    return sizes;
  }
}
