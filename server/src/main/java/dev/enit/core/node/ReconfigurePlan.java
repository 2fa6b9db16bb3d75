package dev.enit.core.node;

import dev.enit.core.config.ConfigDiff.KeyChange;
import dev.enit.core.config.Environments;
import dev.enit.core.node.AppliedRecord.AtStart;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reconfiguration would do.
 *
 * @param isForced whether values that something else changed at run time are set back
 * @param set the keys that are set or unset in the node
 * @param waiting the keys that are set afterwards, and take effect with a restart only
 */
public record ReconfigurePlan(
    ReleaseDiff diff, boolean isForced, List<KeyDifference> set, List<Waiting> waiting) {

  /**
   * A plan.
   *
   * @param force whether values that something else changed at run time are set back
   */
  public static ReconfigurePlan of(ReleaseDiff diff, boolean force) {
    List<KeyDifference> set = new ArrayList<>(diff.pending());
    if (force) {
      set.addAll(diff.drift());
    }
    set.removeIf(difference -> !difference.isSettable());
    return new ReconfigurePlan(diff, force, List.copyOf(set), waiting(diff, set));
  }

  /** The keys that take effect with a restart and do not have the value of the start. */
  private static List<Waiting> waiting(ReleaseDiff diff, List<KeyDifference> set) {
    List<Waiting> waiting = new ArrayList<>(diff.restart().waiting());
    for (KeyDifference difference : set) {
      KeyChange change = difference.change();
      boolean isKnown = waiting.removeIf(key -> key.isOf(change));
      if (isKnown || difference.effect().kind() == TakesEffect.Kind.RESTART) {
        AtStart atStart =
            diff.running()
                .applied()
                .map(record -> record.atStart(change))
                .orElseGet(AtStart.Unknown::new);
        if (!atStart.is(change.target()) && !isTakenBack(diff, change, atStart)) {
          waiting.add(new Waiting(change.application(), change.key(), atStart));
        }
      }
    }
    return List.copyOf(waiting);
  }

  /** Whether a key gets back what it had before enit set it, in a node that enit did not start. */
  private static boolean isTakenBack(ReleaseDiff diff, KeyChange change, AtStart atStart) {
    return atStart instanceof AtStart.Unknown
        && diff.running()
            .applied()
            .map(AppliedRecord::original)
            .filter(original -> original.has(change.application()))
            .filter(
                original ->
                    Environments.same(
                        original.value(change.application(), change.key()), change.target()))
            .isPresent();
  }

  /** Returns whether a key has to wait for a restart, once it is set. */
  public boolean isWaiting(KeyDifference difference) {
    return waiting.stream().anyMatch(key -> key.isOf(difference.change()));
  }

  /** Returns whether a value changes in the node. */
  public boolean isChange() {
    return !set.isEmpty();
  }

  /** Returns whether the node must be told, be it only of what counts as applied from now on. */
  boolean isNews() {
    Environments disk = Environments.of(diff.release().config());
    return isChange()
        || diff.running().applied().map(applied -> !applied.config().isSame(disk)).orElse(true);
  }

  /** How many applications are told. */
  int toldCount() {
    return (int)
        set.stream().map(difference -> difference.change().application()).distinct().count();
  }

  /** As {@code enit_change.erl} takes it. */
  Term term(Term client, Duration timeout) {
    return WireTerms.map(
        WireTerms.entry("client", client),
        WireTerms.entry("stamp", diff.running().stamp()),
        WireTerms.entry("timeout", WireTerms.integer(timeout.toMillis())),
        WireTerms.entry("changes", changes()),
        WireTerms.entry("record", WireTerms.map(record())));
  }

  private Term changes() {
    Map<String, List<Term>> keys = new LinkedHashMap<>();
    for (KeyDifference difference : set) {
      KeyChange change = difference.change();
      keys.computeIfAbsent(change.application(), _ -> new ArrayList<>())
          .add(
              WireTerms.tuple(
                  WireTerms.atom(change.key()), value(change.running()), value(change.target())));
    }
    return WireTerms.list(
        keys.entrySet().stream()
            .map(e -> TaggedPairs.pair(e.getKey(), WireTerms.list(e.getValue())))
            .toList());
  }

  private static Term value(Optional<Term> value) {
    return value.map(v -> TaggedPairs.pair("value", v)).orElse(WireTerms.atom("unset"));
  }

  /**
   * The facts of the start stay as they are; of a node that enit did not start they are unknown.
   */
  private Term.Association[] record() {
    Release release = diff.release();
    List<Term.Association> record = new ArrayList<>();
    record.add(WireTerms.entry("config", TaggedPairs.term(Environments.of(release.config()))));
    record.add(
        WireTerms.entry("waiting", WireTerms.list(waiting.stream().map(Waiting::term).toList())));
    if (diff.running().applied().isEmpty()) {
      record.add(WireTerms.entry("release", WireTerms.atom(release.name())));
      release
          .specification()
          .flatMap(ReleaseSpecification::version)
          .ifPresent(version -> record.add(WireTerms.entry("vsn", WireTerms.text(version))));
      record.add(
          WireTerms.entry(
              "release_dir", WireTerms.text(release.key().roots().releaseDir().toString())));
      release
          .key()
          .roots()
          .configDir()
          .ifPresent(
              folder ->
                  record.add(WireTerms.entry("config_dir", WireTerms.text(folder.toString()))));
    }
    return record.toArray(Term.Association[]::new);
  }
}
