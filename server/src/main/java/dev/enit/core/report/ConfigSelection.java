package dev.enit.core.report;

import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.NodeKey;
import dev.enit.core.release.Release;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The part of an effective configuration that is shown.
 *
 * @param application only this section
 * @param key only this key of it
 * @param defaults whether keys belong to it that only the application itself gives a value
 */
public record ConfigSelection(
    Optional<String> application, Optional<String> key, boolean defaults) {
  /** Everything that the layers set. */
  public static final ConfigSelection ALL =
      new ConfigSelection(Optional.empty(), Optional.empty(), false);

  /** Returns the names of the selected sections, sorted, also of those without a key. */
  public List<String> sections(Release release) {
    EffectiveConfig config = release.config();
    Collection<String> names = new TreeSet<>(config.applications());
    if (defaults) {
      release.applications().forEach(app -> names.add(app.name()));
      names.removeIf(name -> config.valuesAndDefaults(name).isEmpty() && !has(config, name));
    }
    return application.isEmpty()
        ? List.copyOf(names)
        : application.filter(name -> !values(release, name).isEmpty()).stream().toList();
  }

  /** Returns the selected values of a section, sorted by key. */
  public List<EffectiveValue> values(Release release, String section) {
    EffectiveConfig config = release.config();
    boolean withDefaults = (defaults || key.isPresent()) && !section.equals(NodeKey.SECTION);
    return (withDefaults ? config.valuesAndDefaults(section) : config.values(section))
        .stream().filter(value -> key.isEmpty() || key.get().equals(value.key())).toList();
  }

  private static boolean has(EffectiveConfig config, String application) {
    return config.applications().contains(application);
  }
}
