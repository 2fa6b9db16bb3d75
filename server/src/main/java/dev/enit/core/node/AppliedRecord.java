package dev.enit.core.node;

import dev.enit.core.config.Environments;
import dev.enit.core.node.wire.Terms;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What enit last put into a node. The node keeps it, and it is gone with the node.
 *
 * @param version of the release at the start of the node
 * @param applications of the release and its extensions at the start; empty where enit did not
 *     start the node
 * @param config what was applied last
 * @param original the environments before enit changed them
 * @param node the node section at the start, without the cookie; empty where enit did not start the
 *     node
 * @param waiting what was applied and takes effect with a restart only
 */
public record AppliedRecord(
    String release,
    Optional<String> version,
    Optional<List<String>> applications,
    Environments config,
    Environments original,
    Optional<SortedMap<String, Term>> node,
    List<Waiting> waiting) {
  private static final String UNSET = "$unset";

  /**
   * A key that was set while the node runs, and is read when it starts.
   *
   * @param atStart its value at the start, which is still in force; empty where it had none
   */
  public record Waiting(String application, String key, Optional<Term> atStart) {
    Term term() {
      return Terms.tuple(
          Terms.atom(application), Terms.atom(key), atStart.orElse(Terms.atom(UNSET)));
    }
  }

  static AppliedRecord of(Term term) {
    Fields fields = Fields.of(term);
    return new AppliedRecord(
        fields.text("release").orElse(""),
        fields.text("vsn"),
        fields.value("applications").map(_ -> fields.texts("applications")),
        fields.value("config").map(Pairs::environments).orElse(Environments.NONE),
        fields.value("original").map(Pairs::environments).orElse(Environments.NONE),
        fields.value("node").map(Pairs::of),
        waiting(fields.list("waiting")));
  }

  private static List<Waiting> waiting(List<Term> list) {
    List<Waiting> waiting = new ArrayList<>();
    for (Term each : list) {
      if (each instanceof Term.Tuple(var _, var parts)
          && parts.size() == 3
          && parts.get(0) instanceof Term.Atom application
          && parts.get(1) instanceof Term.Atom key) {
        Optional<Term> atStart = Optional.of(parts.get(2)).filter(v -> !Terms.isAtom(v, UNSET));
        waiting.add(new Waiting(application.name(), key.name(), atStart));
      }
    }
    return waiting;
  }
}
