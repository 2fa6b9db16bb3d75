package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which keys the releases of a host set, and which atoms they give them: what others have written
 * is a good guess at what one is about to write. No other values are kept, and none of a secret.
 */
public final class SettingsInUse {
  public static final SettingsInUse NONE = new Collector().collected();

  /** More atoms than this are names of things, and no choice. */
  private static final int MOST_ATOMS = 20;

  private final Map<String, Map<String, Set<String>>> applications;

  private SettingsInUse(Map<String, Map<String, Set<String>>> applications) {
    this.applications = applications;
  }

  /** Takes layers one after the other, and keeps none of them. */
  public static final class Collector {
    private final Map<String, Map<String, Set<String>>> applications = new HashMap<>();

    public void add(ConfigLayer layer, SecretKeys secrets) {
      for (ConfigForm.Section section : layer.sections()) {
        String application = section.application().name();
        Map<String, Set<String>> keys =
            applications.computeIfAbsent(application, _ -> new HashMap<>());
        section.entries().forEach(entry -> add(application, entry, keys, secrets));
      }
    }

    private static void add(
        String application,
        ConfigForm.Entry entry,
        Map<String, Set<String>> keys,
        SecretKeys secrets) {
      String key = entry.key().name();
      Set<String> atoms = keys.computeIfAbsent(key, _ -> new TreeSet<>());
      if (entry.value() instanceof Term.Atom(var _, String atom)
          && atoms.size() <= MOST_ATOMS
          && !secrets.isSecret(application, key)) {
        atoms.add(atom);
      }
    }

    /** To be called once, behind the last layer. */
    public SettingsInUse collected() {
      return new SettingsInUse(applications);
    }
  }

  /** The keys that some layer sets for an application. */
  public Set<String> keys(String application) {
    return Collections.unmodifiableSet(of(application).keySet());
  }

  /** The atoms that a key has as its value somewhere, by name; none where there are too many. */
  public Set<String> atoms(String application, String key) {
    Set<String> atoms = of(application).getOrDefault(key, Set.of());
    return atoms.size() > MOST_ATOMS ? Set.of() : Collections.unmodifiableSet(atoms);
  }

  private Map<String, Set<String>> of(String application) {
    return applications.getOrDefault(application, Map.of());
  }
}
