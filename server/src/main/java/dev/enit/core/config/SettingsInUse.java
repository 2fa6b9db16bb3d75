package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys that the releases of a host set, with the atoms among their values, for completion.
 * Other values are not kept, and neither are those of secret keys.
 */
public final class SettingsInUse {
  public static final SettingsInUse NONE = new Collector().collected();

  /**
   * The most atoms of a key that are suggested; if there are more, they are names rather than a
   * choice.
   */
  private static final int MOST_ATOMS = 20;

  private final Map<String, Map<String, Set<String>>> applications;

  private SettingsInUse(Map<String, Map<String, Set<String>>> applications) {
    this.applications = applications;
  }

  /** A collector that takes layers one after the other and keeps none of them. */
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

    /** Returns the result. To be called once, after the last layer. */
    public SettingsInUse collected() {
      return new SettingsInUse(applications);
    }
  }

  /** Returns the keys that a layer sets for an application. */
  public Set<String> keys(String application) {
    return Collections.unmodifiableSet(of(application).keySet());
  }

  /**
   * Returns the atoms that layers set as the value of a key, by name, or none if there are too
   * many.
   */
  public Set<String> atoms(String application, String key) {
    Set<String> atoms = of(application).getOrDefault(key, Set.of());
    return atoms.size() > MOST_ATOMS ? Set.of() : Collections.unmodifiableSet(atoms);
  }

  private Map<String, Set<String>> of(String application) {
    return applications.getOrDefault(application, Map.of());
  }
}
