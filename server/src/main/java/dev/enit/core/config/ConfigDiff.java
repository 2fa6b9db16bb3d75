package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The three-way difference between what enit last applied, what runs and what is on disk. A key
 * that enit never applied and does not apply now is left out, even if something else set it.
 *
 * @param pending the changes on disk since enit last applied them, sorted by application and key
 * @param drift the changes that something else made at run time, to keys that are unchanged on disk
 */
public record ConfigDiff(List<KeyChange> pending, List<KeyChange> drift) {
  public ConfigDiff {
    pending = List.copyOf(pending);
    drift = List.copyOf(drift);
  }

  /**
   * Returns the difference.
   *
   * @param applied the values that enit last set in the node, or would have set if the application
   *     had been loaded
   * @param original the environments before enit changed them, of every application that was loaded
   *     when enit applied something; values applied to other applications had no effect
   * @param running the environments of the loaded applications, of each at least an empty one
   */
  public static ConfigDiff of(
      Environments applied, Environments original, Environments running, Environments disk) {
    List<KeyChange> pending = new ArrayList<>();
    List<KeyChange> drift = new ArrayList<>();
    for (String application : applied.names(disk)) {
      boolean isLoaded = running.has(application);
      Environments base = !isLoaded || original.has(application) ? applied : Environments.NONE;
      for (String key : base.keys(disk, application)) {
        Optional<Term> wanted = disk.value(application, key);
        KeyChange change =
            new KeyChange(
                application,
                key,
                isLoaded,
                base.value(application, key),
                (isLoaded ? running : applied).value(application, key),
                wanted,
                isLoaded ? wanted.or(() -> original.value(application, key)) : wanted);
        if (!Environments.same(change.running(), change.target())) {
          (Environments.same(change.applied(), wanted) ? drift : pending).add(change);
        }
      }
    }
    return new ConfigDiff(pending, drift);
  }

  /**
   * Returns the difference between two versions of the section {@code node}. The first one is in
   * force: nothing else can change these values at run time.
   */
  public static List<KeyChange> ofSection(
      String section, Map<String, Term> inForce, Map<String, Term> disk) {
    Environments applied = one(section, inForce);
    return of(applied, one(section, Map.of()), applied, one(section, disk)).pending();
  }

  private static Environments one(String section, Map<String, Term> keys) {
    return new Environments(new TreeMap<>(Map.of(section, new TreeMap<>(keys))));
  }

  /**
   * A key whose value in the node differs from the one that it should have.
   *
   * @param isLoaded whether the node has loaded the application; if not, nothing uses the key
   * @param applied the value that enit last set
   * @param running the value in the node; for an application that is not loaded, the one that enit
   *     would set
   * @param disk the value in the files
   * @param target the value that the key should have: the one on disk, or if no file sets it any
   *     more the one from before enit changed it; empty if it should be unset
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
}
