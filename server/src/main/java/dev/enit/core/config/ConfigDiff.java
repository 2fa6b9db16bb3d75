package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The difference of three: what enit last applied, what runs, what is on disk. A key that enit
 * never applied and does not apply now is left alone, whoever set it.
 *
 * @param pending what the disk says anew, sorted by application and key
 * @param drift what something else changed at run time while the disk says nothing new
 */
public record ConfigDiff(List<KeyChange> pending, List<KeyChange> drift) {
  public ConfigDiff {
    pending = List.copyOf(pending);
    drift = List.copyOf(drift);
  }

  /**
   * Compares.
   *
   * @param applied what enit last put into the node, or would have put if the application had been
   *     loaded
   * @param original the environments before enit changed them, of every application that was loaded
   *     when enit applied something; what is applied to others never took place
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
   * Compares two sections of which the first is in force, with no other value possible: that of the
   * node.
   */
  public static List<KeyChange> ofSection(
      String section, Map<String, Term> inForce, Map<String, Term> disk) {
    Environments applied = one(section, inForce);
    return of(applied, one(section, Map.of()), applied, one(section, disk)).pending();
  }

  private static Environments one(String section, Map<String, Term> keys) {
    return new Environments(new TreeMap<>(Map.of(section, new TreeMap<>(keys))));
  }
}
