package dev.enit.core.workspace;

import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace.Memo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  /**
   * The cache of results for each release. Snapshots share it, so that a new one costs the same
   * among ten releases and among ten thousand: it only counts how often a release has changed. A
   * value of an older snapshot that no other caller can use stays with that snapshot.
   */
  static final class ReleaseCache<V> {
    private final Map<ReleaseKey, Stamped<V>> shared;
    private final Map<ReleaseKey, Integer> changes;
    private final Map<ReleaseKey, V> own = new ConcurrentHashMap<>();

    /** A value, and how often the release had changed when it was worked out. */
    private record Stamped<V>(int change, V value) {
      static <V> Stamped<V> newer(Stamped<V> one, Stamped<V> other) {
        return other.change > one.change ? other : one;
      }
    }

    /** Nothing is known yet. */
    ReleaseCache() {
      this(new ConcurrentHashMap<>(), Map.of());
    }

    private ReleaseCache(Map<ReleaseKey, Stamped<V>> shared, Map<ReleaseKey, Integer> changes) {
      this.shared = shared;
      this.changes = changes;
    }

    /** For a snapshot in which all of it still holds. */
    ReleaseCache<V> same() {
      return new ReleaseCache<>(shared, changes);
    }

    /** For a snapshot in which these releases are others. */
    ReleaseCache<V> without(Collection<ReleaseKey> keys) {
      Map<ReleaseKey, Integer> counted = new HashMap<>(changes);
      keys.forEach(key -> counted.merge(key, 1, Integer::sum));
      return new ReleaseCache<>(shared, counted);
    }

    @Nullable V get(ReleaseKey key) {
      Stamped<V> known = shared.get(key);
      return known != null && known.change() == change(key) ? known.value() : own.get(key);
    }

    /** The value of a release; worked out where it is not known. */
    V get(ReleaseKey key, Function<ReleaseKey, V> make) {
      V known = get(key);
      if (known != null) {
        return known;
      }
      V made = own.computeIfAbsent(key, make);
      Stamped<V> kept = shared.merge(key, new Stamped<>(change(key), made), Stamped::newer);
      return kept.change() == change(key) ? kept.value() : made;
    }

    private int change(ReleaseKey key) {
      return changes.getOrDefault(key, 0);
    }
  }
}
