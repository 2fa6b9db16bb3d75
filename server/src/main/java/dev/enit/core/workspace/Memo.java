package dev.enit.core.workspace;

/**
 * A key for a kind of result about a release that snapshots cache. It lets packages above this one
 * keep what they worked out of a snapshot, for as long as it holds.
 *
 * @param <V> the type of the answer
 */
public final class Memo<V> {
  private final boolean isOfNode;

  private Memo(boolean isOfNode) {
    this.isOfNode = isOfNode;
  }

  /**
   * An answer that may depend on every file of the host. It holds until a file, a setting or the
   * knowledge of other releases changes, and stays when more is known of a node.
   */
  public static <V> Memo<V> ofSnapshot() {
    return new Memo<>(false);
  }

  /**
   * An answer that depends on the files of its release and on what is known of its node. It stays
   * when other releases change.
   */
  public static <V> Memo<V> ofNode() {
    return new Memo<>(true);
  }

  boolean isOfNode() {
    return isOfNode;
  }

  /** The value of a map of answers. */
  @SuppressWarnings("unchecked")
  V cast(Object value) {
    return (V) value;
  }
}
