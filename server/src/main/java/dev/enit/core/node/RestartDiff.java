package dev.enit.core.node;

import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.CodeDiff.ApplicationChange;
import dev.enit.core.node.CodeDiff.GoneFolder;
import dev.enit.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What only a restart of the node brings.
 *
 * @param version of the release at the start of the node, where the one on disk is another
 * @param code of OTP and of applications that the node runs as it was before
 * @param added applications that the release has now and the node was started without
 * @param removed applications that the node was started with and the release has no more
 * @param node settings of the node section, without the cookie
 * @param waiting keys that are applied already
 */
public record RestartDiff(
    Optional<String> version,
    CodeDiff code,
    List<String> added,
    List<String> removed,
    List<KeyDifference> node,
    List<Waiting> waiting) {
  public RestartDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    node = List.copyOf(node);
    waiting = List.copyOf(waiting);
  }

  /** Whether a restart is of no use; modules that were loaded by hand are no reason for one. */
  public boolean isEmpty() {
    return reasons().isEmpty();
  }

  /**
   * Its code alone: while applications are being started, those that are missing are on their way.
   */
  public RestartDiff ofCode() {
    return new RestartDiff(Optional.empty(), code, List.of(), List.of(), List.of(), List.of());
  }

  /** How many things wait for the restart. */
  public int count() {
    return reasons().size();
  }

  /** Why the node needs a restart, each in a few words: what it runs and what it would run. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    code.otp().ifPresent(otp -> add(reasons, "otp", otp.running(), otp.installed()));
    code.applications().forEach(change -> reasons.add(words(change)));
    code.gone().stream().filter(gone -> !gone.isOfEnit()).forEach(gone -> reasons.add(words(gone)));
    version.ifPresent(before -> add(reasons, "version", before));
    added.forEach(app -> add(reasons, "added", app));
    removed.forEach(app -> add(reasons, "removed", app));
    node.forEach(key -> add(reasons, "key", key.change().application(), key.change().key()));
    waiting.forEach(key -> add(reasons, "key", key.application(), key.key()));
    return reasons;
  }

  /** The reasons in one line: the first, and how many more there are; empty where there is none. */
  public Optional<String> brief() {
    List<String> reasons = reasons();
    return reasons.size() < 2
        ? reasons.stream().findFirst()
        : Optional.of(Messages.text("restart.more", reasons.getFirst(), reasons.size() - 1));
  }

  /** Such as {@code relex_application 1.0.1 → 1.1.0}. */
  public static String words(ApplicationChange change) {
    if (change.isOtherVersion()) {
      return Messages.text(
          "restart.reason.application", change.name(), change.running(), change.installed());
    }
    int count = change.modules().size();
    return Messages.text(
        count == 1 ? "restart.reason.module" : "restart.reason.modules",
        change.name(),
        change.running(),
        count);
  }

  /** That a folder no longer exists. */
  public static String words(GoneFolder gone) {
    return Messages.text("restart.reason.gone", gone.folder());
  }

  private static void add(List<String> reasons, String key, Object... arguments) {
    reasons.add(Messages.text("restart.reason." + key, arguments));
  }
}
