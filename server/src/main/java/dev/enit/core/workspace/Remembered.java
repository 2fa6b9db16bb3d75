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
    Kept<Release> releases,
    Map<ReleaseKey, Map<Path, List<Problem>>> problems,
    Kept<Optional<ReleaseDiff>> diffs,
    Kept<Map<Path, List<Problem>>> runningProblems) {

  static Remembered nothing() {
    return new Remembered(new Kept<>(), new ConcurrentHashMap<>(), new Kept<>(), new Kept<>());
  }

  /**
   * For a snapshot with the same files; of one of two releases with one node name all may change.
   */
  Remembered withoutProblems() {
    return new Remembered(
        releases.same(), new ConcurrentHashMap<>(), diffs.same(), runningProblems.same());
  }

  /** For a snapshot in which the files of these releases are others. */
  Remembered without(Collection<ReleaseKey> keys) {
    return new Remembered(
        releases.without(keys),
        new ConcurrentHashMap<>(),
        diffs.without(keys),
        runningProblems.without(keys));
  }

  /** For a snapshot in which more is known of the node of a release, and nothing else changed. */
  Remembered withNews(ReleaseKey key) {
    return new Remembered(
        releases, problems, diffs.without(List.of(key)), runningProblems.without(List.of(key)));
  }
}
