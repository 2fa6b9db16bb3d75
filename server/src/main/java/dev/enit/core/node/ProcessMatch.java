package dev.enit.core.node;

import dev.enit.core.config.LaunchSettings;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.NameServer;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.posix.NameService;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.release.Release;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the processes of this host tell of the node of a release, without a question to any. */
public sealed interface ProcessMatch {
  /** For the name server of this host, which answers at once or not at all. */
  Duration TO_ASK = Duration.ofSeconds(2);

  /** The node of the release, or what is about to become it. */
  record Ours(LocalProcess process) implements ProcessMatch {}

  /**
   * A process with the name of the node of which only the node itself can say whether it is the
   * one: enit did not start it, or another user did.
   */
  record Unproven(LocalProcess process) implements ProcessMatch {}

  /** The node of another identity that has the name. */
  record Stranger(LocalProcess process) implements ProcessMatch {}

  /**
   * A process of a user who may not run the node, with arguments like its own, while the name
   * server does not know the node. Any user can start one; it is neither asked nor signalled, and
   * keeps nothing from starting.
   */
  record Lookalike(LocalProcess process) implements ProcessMatch {}

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
    List<LocalProcess> claims =
        candidates.stream().filter(process -> isClaim(process, identity)).toList();
    Optional<LocalProcess> ours = ours(claims, release, identity, alive);
    if (ours.isPresent()) {
      return new Ours(ours.get());
    }
    List<LocalProcess> named =
        candidates.stream()
            .filter(process -> process.alive().equals(alive) && mayUse(process, network))
            .toList();
    // A process that may run the node goes before what any user can start.
    return Stream.concat(claims.stream(), named.stream())
        .max(
            Comparator.<LocalProcess, Boolean>comparing(process -> mayRun(process, release))
                .thenComparing(claims::contains)
                .thenComparing(process -> process.epmdPort().isPresent()))
        .map(process -> other(process, release, network, claims.contains(process)))
        .orElseGet(None::new);
  }

  /**
   * Returns the process of the node: one of a user who may run it, or the one that its record
   * names. A release has one node, whatever name its files give it by now.
   */
  private static Optional<LocalProcess> ours(
      List<LocalProcess> claims, Release release, NodeIdentity identity, String alive) {
    if (claims.isEmpty()) {
      return Optional.empty();
    }
    Optional<RunRecord> record = RunRecord.of(identity, System.getenv());
    return claims.stream()
        .filter(process -> mayRun(process, release) || isRecorded(record, process))
        .max(
            Comparator.<LocalProcess, Boolean>comparing(process -> isRecorded(record, process))
                .thenComparing(process -> process.alive().equals(alive)));
  }

  private static boolean isRecorded(Optional<RunRecord> record, LocalProcess process) {
    return record.filter(run -> run.isOf(process)).isPresent();
  }

  /** Returns whether the node of a release is one of this host, by its name. */
  static boolean isHere(Release release, Network network) {
    return NodeName.of(release.node().nodename())
        .map(name -> network.isHere(name.host()))
        .orElse(true);
  }

  private static ProcessMatch other(
      LocalProcess process, Release release, Network network, boolean isClaim) {
    if (!mayRun(process, release) && !isRegistered(release, network)) {
      return new Lookalike(process);
    }
    return process.arguments().isOfEnit() && !isClaim
        ? new Stranger(process)
        : new Unproven(process);
  }

  private static boolean isRegistered(Release release, Network network) {
    return NodeName.of(release.node().nodename())
        .filter(name -> NameServer.knows(name, network, Deadline.in(TO_ASK)))
        .isPresent();
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
   * Returns whether a process can be the node of a release by its user and its program: any user
   * can start a process with any arguments.
   */
  private static boolean mayRun(LocalProcess process, Release release) {
    return process.isPlausible()
        && (process.uid() == ProcessIdentity.uid()
            || process.uid() == 0
            || LaunchSettings.of(release.config())
                .user()
                .flatMap(NameService::user)
                .filter(user -> user.uid() == process.uid())
                .isPresent());
  }
}
