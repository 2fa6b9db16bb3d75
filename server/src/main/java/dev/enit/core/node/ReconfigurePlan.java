package dev.enit.core.node;

import dev.enit.core.config.Environments;
import dev.enit.core.config.KeyChange;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.wire.Terms;
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
    ReleaseDiff diff, boolean isForced, List<Difference> set, List<Waiting> waiting) {

  /**
   * A plan.
   *
   * @param force whether values that something else changed at run time are set back
   */
  public static ReconfigurePlan of(ReleaseDiff diff, boolean force) {
    List<Difference> set = new ArrayList<>(diff.pending());
    if (force) {
      set.addAll(diff.drift());
    }
    set.removeIf(difference -> !difference.isSettable());
    return new ReconfigurePlan(
        diff, force, List.copyOf(set), waiting(diff.restart().waiting(), set));
  }

  /** A key that gets its value of the start back waits no longer. */
  private static List<Waiting> waiting(List<Waiting> before, List<Difference> set) {
    List<Waiting> waiting = new ArrayList<>(before);
    for (Difference difference : set) {
      KeyChange change = difference.change();
      Optional<Waiting> known = before.stream().filter(w -> isOf(w, change)).findFirst();
      if (known.isPresent()) {
        if (Environments.same(known.get().atStart(), change.target())) {
          waiting.remove(known.get());
        }
      } else if (difference.effect().kind() == TakesEffect.Kind.RESTART) {
        waiting.add(new Waiting(change.application(), change.key(), change.running()));
      }
    }
    return List.copyOf(waiting);
  }

  private static boolean isOf(Waiting waiting, KeyChange change) {
    return waiting.application().equals(change.application()) && waiting.key().equals(change.key());
  }

  /** Whether a value changes in the node. */
  public boolean isChange() {
    return !set.isEmpty();
  }

  /** Whether the node must be told, be it only of what counts as applied from now on. */
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
    return Terms.map(
        Terms.entry("client", client),
        Terms.entry("stamp", diff.running().stamp()),
        Terms.entry("timeout", Terms.integer(timeout.toMillis())),
        Terms.entry("changes", changes()),
        Terms.entry("record", Terms.map(record())));
  }

  private Term changes() {
    Map<String, List<Term>> keys = new LinkedHashMap<>();
    for (Difference difference : set) {
      KeyChange change = difference.change();
      keys.computeIfAbsent(change.application(), _ -> new ArrayList<>())
          .add(
              Terms.tuple(
                  Terms.atom(change.key()), value(change.running()), value(change.target())));
    }
    return Terms.list(
        keys.entrySet().stream()
            .map(e -> Pairs.pair(e.getKey(), Terms.list(e.getValue())))
            .toList());
  }

  private static Term value(Optional<Term> value) {
    return value.map(v -> Pairs.pair("value", v)).orElse(Terms.atom("unset"));
  }

  /**
   * The facts of the start stay as they are; of a node that enit did not start they are unknown.
   */
  private Term.Association[] record() {
    Release release = diff.release();
    List<Term.Association> record = new ArrayList<>();
    record.add(Terms.entry("config", Pairs.term(Environments.of(release.config()))));
    record.add(Terms.entry("waiting", Terms.list(waiting.stream().map(Waiting::term).toList())));
    if (diff.running().applied().isEmpty()) {
      record.add(Terms.entry("release", Terms.atom(release.name())));
      release
          .specification()
          .flatMap(ReleaseSpecification::version)
          .ifPresent(version -> record.add(Terms.entry("vsn", Terms.text(version))));
      record.add(
          Terms.entry("release_dir", Terms.text(release.key().roots().releaseDir().toString())));
      release
          .key()
          .roots()
          .configDir()
          .ifPresent(
              folder -> record.add(Terms.entry("config_dir", Terms.text(folder.toString()))));
    }
    return record.toArray(Term.Association[]::new);
  }
}
