package dev.enit.core.node;

import dev.enit.core.config.LaunchSettings;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.posix.NameService;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.release.Release;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the processes of this host tell of the node of a release, without a question to any. */
public sealed interface ProcessMatch {

  /** The node of the release, or what is about to become it. */
  record Ours(LocalProcess process) implements ProcessMatch {}

  /**
   * A process with the name of the node of which only the node itself can say whether it is the
   * one: enit did not start it, or another user did.
   */
  record Unproven(LocalProcess process) implements ProcessMatch {}

  /** The node of another identity that has the name. */
  record Stranger(LocalProcess process) implements ProcessMatch {}

  /** No process that can be seen has the name. */
  record None() implements ProcessMatch {}

  /** Looks through the processes of this host. */
  static ProcessMatch of(Release release, Network network) {
    return isHere(release, network) ? of(release, network, LocalProcess.all()) : new None();
  }

  /**
   * Looks through processes.
   *
   * @param all that there are
   */
  static ProcessMatch of(Release release, Network network, List<LocalProcess> all) {
    String node = release.node().nodename();
    String alive = NodeName.of(node).map(NodeName::alive).orElse(node);
    Optional<String> name = Optional.of(release.name());
    long self = ProcessHandle.current().pid();
    List<LocalProcess> candidates =
        all.stream()
            .filter(process -> process.alive().equals(alive) || process.release().equals(name))
            .filter(process -> process.pid() != self)
            .toList();
    if (candidates.isEmpty()) {
      return new None();
    }
    NodeIdentity identity = NodeIdentity.of(release.key(), network);
    // A release has one node, whatever name its files give it by now.
    Optional<LocalProcess> claims =
        candidates.stream()
            .filter(process -> isClaim(process, identity))
            .max(Comparator.comparing(process -> process.alive().equals(alive)));
    if (claims.isPresent()) {
      return mayRun(claims.get(), release) ? new Ours(claims.get()) : new Unproven(claims.get());
    }
    return candidates.stream()
        .filter(process -> process.alive().equals(alive) && mayUse(process, network))
        .max(Comparator.comparing(process -> process.epmdPort().isPresent()))
        .map(ProcessMatch::other)
        .orElseGet(None::new);
  }

  /** Whether the node of a release is one of this host, by its name. */
  static boolean isHere(Release release, Network network) {
    return NodeName.of(release.node().nodename())
        .map(name -> network.isHere(name.host()))
        .orElse(true);
  }

  private static ProcessMatch other(LocalProcess process) {
    return process.arguments().isOfEnit() ? new Stranger(process) : new Unproven(process);
  }

  private static boolean isClaim(LocalProcess process, NodeIdentity identity) {
    return !process.isElsewhere()
        && identity.matches(process.arguments())
        && mayUse(process, identity.epmdPort());
  }

  /** A port that cannot be seen may be any. */
  private static boolean mayUse(LocalProcess process, Network network) {
    return mayUse(process, network.epmdPort());
  }

  private static boolean mayUse(LocalProcess process, int epmdPort) {
    return process.epmdPort().isEmpty() || process.epmdPort().getAsInt() == epmdPort;
  }

  /**
   * Whether a user may run the node of a release: arguments can be written by anybody. What root
   * sees is taken for what it says it is.
   */
  private static boolean mayRun(LocalProcess process, Release release) {
    int own = ProcessIdentity.uid();
    return own == 0
        || process.uid() == own
        || process.uid() == 0
        || LaunchSettings.of(release.config())
            .user()
            .flatMap(NameService::user)
            .filter(user -> user.uid() == process.uid())
            .isPresent();
  }
}
