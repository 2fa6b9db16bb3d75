package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.util.Optional;

/**
 * A key that is to have another value than it has.
 *
 * @param isLoaded whether the node has loaded the application; if not, nothing runs with the key
 * @param applied what enit last put there
 * @param running what the node has; of an application that is not loaded, what enit would give it
 * @param disk what the files say
 * @param target what the key is to have: the value of the disk, or where no file sets it any more
 *     what the application had before enit changed it; empty where it is to be unset
 */
public record KeyChange(
    String application,
    String key,
    boolean isLoaded,
    Optional<Term> applied,
    Optional<Term> running,
    Optional<Term> disk,
    Optional<Term> target) {

  /** What happens to the key on disk, seen from the node. */
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
