package dev.enit.core.workspace;

import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cache of the results that a snapshot has computed, for itself and for the later ones for
 * which they still hold. Maps that grow; what is in them never changes.
 *
 * @param ofSnapshot answers of {@link Memo#ofSnapshot}
 * @param ofNode answers of {@link Memo#ofNode}
 */
record SnapshotCache(
    ReleaseCache<Release> releases,
    Map<ReleaseKey, Map<Memo<?>, Object>> ofSnapshot,
    ReleaseCache<Optional<ReleaseDiff>> diffs,
    ReleaseCache<Map<Memo<?>, Object>> ofNode) {

  static SnapshotCache nothing() {
    return new SnapshotCache(
        new ReleaseCache<>(),
        new ConcurrentHashMap<>(),
        new ReleaseCache<>(),
        new ReleaseCache<>());
  }

  /** The answers of a kind about a release. */
  Map<Memo<?>, Object> answers(Memo<?> memo, ReleaseKey key) {
    return memo.isOfNode()
        ? ofNode.get(key, _ -> new ConcurrentHashMap<>())
        : ofSnapshot.computeIfAbsent(key, _ -> new ConcurrentHashMap<>());
  }

  /**
   * For a snapshot with the same files; of one of two releases with one node name all may change.
   */
  SnapshotCache withSameFiles() {
    return new SnapshotCache(
        releases.same(), new ConcurrentHashMap<>(), diffs.same(), ofNode.same());
  }

  /** For a snapshot in which the files of these releases are others. */
  SnapshotCache without(Collection<ReleaseKey> keys) {
    return new SnapshotCache(
        releases.without(keys),
        new ConcurrentHashMap<>(),
        diffs.without(keys),
        ofNode.without(keys));
  }

  /** For a snapshot in which more is known of the node of a release, and nothing else changed. */
  SnapshotCache withNews(ReleaseKey key) {
    return new SnapshotCache(
        releases, ofSnapshot, diffs.without(List.of(key)), ofNode.without(List.of(key)));
  }
}
