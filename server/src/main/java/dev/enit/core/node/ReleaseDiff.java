package dev.enit.core.node;

import dev.enit.core.config.ConfigDiff;
import dev.enit.core.config.ConfigDiff.KeyChange;
import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.config.Environments;
import dev.enit.core.config.NodeKey;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.LoadedApplications;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What differs between a release on disk and its node.
 *
 * @param pending what a reconfiguration applies
 * @param drift what something else changed at run time; a reconfiguration leaves it alone unless it
 *     is forced
 */
public record ReleaseDiff(
    Release release,
    RunningConfig running,
    List<KeyDifference> pending,
    List<KeyDifference> drift,
    RestartDiff restart) {
  public ReleaseDiff {
    pending = List.copyOf(pending);
    drift = List.copyOf(drift);
  }

  /** Asks a node, and compares; also its code, where it sees the files that this process sees. */
  public static ReleaseDiff of(
      Release release, Agent agent, ModuleDigests digests, Deadline deadline)
      throws UnreachableException, AgentRefusal {
    RunningConfig running = RunningConfig.of(agent, deadline);
    return of(release, running, code(release, agent, digests, deadline));
  }

  /** A node that cannot say what it runs is compared without. */
  private static CodeDiff code(
      Release release, Agent agent, ModuleDigests digests, Deadline deadline)
      throws UnreachableException {
    try {
      return CodeDiff.of(release, RunningCode.of(agent, deadline), digests);
    } catch (AgentRefusal e) {
      return CodeDiff.NONE;
    }
  }

  /**
   * Compares a release with a snapshot of its node.
   *
   * @param code how the code of the node differs, as far as it was compared
   */
  public static ReleaseDiff of(Release release, RunningConfig snapshot, CodeDiff code) {
    RunningConfig running = snapshot.writtenAs(release);
    Optional<AppliedRecord> applied = running.applied();
    Set<String> wanted = LoadedApplications.of(release);
    ConfigDiff diff =
        ConfigDiff.of(
            applied.map(AppliedRecord::config).orElse(Environments.NONE),
            applied.map(AppliedRecord::original).orElse(Environments.NONE),
            running.environments(),
            Environments.of(release.config()));
    return new ReleaseDiff(
        release,
        running,
        differences(diff.pending(), release, running, wanted),
        differences(diff.drift(), release, running, wanted),
        restart(release, running, wanted, code.within(wanted)));
  }

  /** Returns whether the node runs what a start of it would bring. */
  public boolean isEmpty() {
    return pending.isEmpty()
        && drift.isEmpty()
        && restart.isEmpty()
        && restart.code().patched().isEmpty();
  }

  private static List<KeyDifference> differences(
      List<KeyChange> changes, Release release, RunningConfig running, Set<String> wanted) {
    return changes.stream()
        .map(
            change ->
                difference(
                    change, release, effect(change.application(), change.key(), running, wanted)))
        .toList();
  }

  /**
   * Returns when a new value of a key takes effect in this node, once it is applied. Everything
   * that tells of it asks here: the comparison, what a reconfiguration does and says, hover,
   * questions.
   */
  public TakesEffect effect(String application, String key) {
    return effect(application, key, running, LoadedApplications.of(release));
  }

  private static KeyDifference difference(KeyChange change, Release release, TakesEffect effect) {
    return new KeyDifference(
        change, release.config().setting(change.application(), change.key()), effect);
  }

  private static TakesEffect effect(
      String application, String key, RunningConfig running, Set<String> wanted) {
    if (application.equals(NodeKey.SECTION)) {
      return TakesEffect.NODE;
    }
    RunningConfig.Application loaded = running.applications().get(application);
    if (loaded == null) {
      return wanted.contains(application) ? TakesEffect.NOT_YET_LOADED : TakesEffect.NOT_LOADED;
    }
    return TakesEffect.inNode(application, key, loaded.isRunning(), loaded.isTold());
  }

  /** What is loaded for others is not missed and does not go. */
  private static RestartDiff restart(
      Release release, RunningConfig running, Set<String> wanted, CodeDiff code) {
    Optional<AppliedRecord> record = running.applied();
    List<String> disk = release.applications().stream().map(AppReference::name).toList();
    Optional<List<String>> started = record.flatMap(AppliedRecord::applications);
    return new RestartDiff(
        record.flatMap(AppliedRecord::version).filter(version -> !version.equals(version(release))),
        code,
        disk.stream()
            .filter(app -> !running.isRunning(app))
            .filter(app -> started.map(s -> !s.contains(app)).orElse(true))
            .toList(),
        started.orElse(List.of()).stream().filter(app -> !wanted.contains(app)).toList(),
        record
            .flatMap(AppliedRecord::node)
            .map(section -> node(section, release))
            .orElse(List.of()),
        record.map(AppliedRecord::waiting).orElse(List.of()));
  }

  private static String version(Release release) {
    return release.specification().flatMap(ReleaseSpecification::version).orElse("");
  }

  private static List<KeyDifference> node(SortedMap<String, Term> inForce, Release release) {
    return ConfigDiff.ofSection(NodeKey.SECTION, inForce, withoutCookie(release.config())).stream()
        .filter(change -> !change.key().equals(NodeKey.COOKIE.key()))
        .map(change -> difference(change, release, TakesEffect.NODE))
        .toList();
  }

  private static SortedMap<String, Term> withoutCookie(EffectiveConfig config) {
    SortedMap<String, Term> section = Environments.section(config, NodeKey.SECTION);
    section.remove(NodeKey.COOKIE.key());
    return section;
  }
}
