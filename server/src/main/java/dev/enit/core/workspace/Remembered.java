package dev.enit.core.workspace;

import dev.enit.core.check.Problem;
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
record Remembered(
    Map<ReleaseKey, Release> releases,
    Map<ReleaseKey, Map<Path, List<Problem>>> problems,
    Map<ReleaseKey, Optional<ReleaseDiff>> diffs,
    Map<ReleaseKey, Map<Path, List<Problem>>> runningProblems) {

  static Remembered nothing() {
    return new Remembered(
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>());
  }

  /**
   * For a snapshot with the same files; of one of two releases with one node name all may change.
   */
  Remembered withoutProblems() {
    return new Remembered(
        new ConcurrentHashMap<>(releases),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(diffs),
        new ConcurrentHashMap<>(runningProblems));
  }

  /** For a snapshot in which the files of these releases are others. */
  Remembered without(Collection<ReleaseKey> keys) {
    Remembered kept = withoutProblems();
    kept.releases.keySet().removeAll(keys);
    kept.diffs.keySet().removeAll(keys);
    kept.runningProblems.keySet().removeAll(keys);
    return kept;
  }

  /** For a snapshot in which more is known of the node of a release, and nothing else changed. */
  Remembered withNews(ReleaseKey key) {
    Remembered kept =
        new Remembered(
            releases,
            problems,
            new ConcurrentHashMap<>(diffs),
            new ConcurrentHashMap<>(runningProblems));
    kept.diffs.remove(key);
    kept.runningProblems.remove(key);
    return kept;
  }
}
