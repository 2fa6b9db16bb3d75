package dev.enit.core.workspace;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a snapshot has worked out, for itself and for the later ones for which it still holds. Maps
 * that grow; what is in them never changes.
 */
record SnapshotCache(
    ReleaseCache<Release> releases,
    Map<ReleaseKey, Map<Path, List<Diagnostic>>> diagnostics,
    ReleaseCache<Optional<ReleaseDiff>> diffs,
    ReleaseCache<Map<Path, List<Diagnostic>>> runningDiagnostics) {

  static SnapshotCache nothing() {
    return new SnapshotCache(
        new ReleaseCache<>(),
        new ConcurrentHashMap<>(),
        new ReleaseCache<>(),
        new ReleaseCache<>());
  }

  /**
   * For a snapshot with the same files; of one of two releases with one node name all may change.
   */
  SnapshotCache withoutDiagnostics() {
    return new SnapshotCache(
        releases.same(), new ConcurrentHashMap<>(), diffs.same(), runningDiagnostics.same());
  }

  /** For a snapshot in which the files of these releases are others. */
  SnapshotCache without(Collection<ReleaseKey> keys) {
    return new SnapshotCache(
        releases.without(keys),
        new ConcurrentHashMap<>(),
        diffs.without(keys),
        runningDiagnostics.without(keys));
  }

  /** For a snapshot in which more is known of the node of a release, and nothing else changed. */
  SnapshotCache withNews(ReleaseKey key) {
    return new SnapshotCache(
        releases,
        diagnostics,
        diffs.without(List.of(key)),
        runningDiagnostics.without(List.of(key)));
  }
}
