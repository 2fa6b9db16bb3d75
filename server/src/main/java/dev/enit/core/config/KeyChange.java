package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.util.Optional;

/**
 * A key whose value in the node differs from the one that it should have.
 *
 * @param isLoaded whether the node has loaded the application; if not, nothing uses the key
 * @param applied the value that enit last set
 * @param running the value in the node; for an application that is not loaded, the one that enit
 *     would set
 * @param disk the value in the files
 * @param target the value that the key should have: the one on disk, or if no file sets it any more
 *     the one from before enit changed it; empty if it should be unset
 */
public record KeyChange(
    String application,
    String key,
    boolean isLoaded,
    Optional<Term> applied,
    Optional<Term> running,
    Optional<Term> disk,
    Optional<Term> target) {

  /** The change of the key on disk, relative to the node. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  public Kind kind() {
    if (disk.isEmpty()) {
      return Kind.REMOVED;
    }
    return running.isEmpty() ? Kind.ADDED : Kind.CHANGED;
  }
}
