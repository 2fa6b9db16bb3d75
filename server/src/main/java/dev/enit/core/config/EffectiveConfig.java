package dev.enit.core.config;

import dev.enit.core.otp.AppDefault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The merge of all layers: every section, every key, with its provenance. Sections and keys are
 * sorted by name.
 *
 * <p>The defaults of applications are not part of the sections; {@link #value} adds them to the key
 * it is asked for.
 */
public final class EffectiveConfig {
  private final SortedMap<String, SortedMap<String, List<Setting>>> sections;
  private final Defaults defaults;
  private final SecretKeys secrets;

  /** The default that an application's {@code .app} file gives a key. */
  @FunctionalInterface
  public interface Defaults {
    Map<String, AppDefault> of(String application);
  }

  EffectiveConfig(
      SortedMap<String, SortedMap<String, List<Setting>>> sections,
      Defaults defaults,
      SecretKeys secrets) {
    this.sections = sections;
    this.defaults = defaults;
    this.secrets = secrets;
  }

  /** Returns the rule for secrets where the files of the layers are. */
  public SecretKeys secrets() {
    return secrets;
  }

  /** The applications that some layer has a section for, {@code node} among them. */
  public List<String> applications() {
    return List.copyOf(sections.keySet());
  }

  /** The keys that layers set for an application. */
  public List<String> keys(String application) {
    return List.copyOf(section(application).keySet());
  }

  /**
   * A key with its provenance; empty where neither a layer nor the application itself gives it a
   * value.
   */
  public Optional<EffectiveValue> value(String application, String key) {
    List<Setting> settings = section(application).getOrDefault(key, List.of());
    Optional<AppDefault> appDefault = Optional.ofNullable(defaults.of(application).get(key));
    return settings.isEmpty() && appDefault.isEmpty()
        ? Optional.empty()
        : Optional.of(new EffectiveValue(application, key, settings, appDefault, secrets));
  }

  /** Every key that a layer sets for an application. */
  public List<EffectiveValue> values(String application) {
    Map<String, AppDefault> own = defaults.of(application);
    List<EffectiveValue> values = new ArrayList<>();
    section(application)
        .forEach(
            (key, settings) ->
                values.add(
                    new EffectiveValue(
                        application, key, settings, Optional.ofNullable(own.get(key)), secrets)));
    return values;
  }

  /** Every key that is set more than once, over all applications. */
  public List<EffectiveValue> contested() {
    List<EffectiveValue> contested = new ArrayList<>();
    sections.forEach(
        (application, keys) ->
            keys.forEach(
                (key, settings) -> {
                  if (settings.size() > 1) {
                    value(application, key).ifPresent(contested::add);
                  }
                }));
    return contested;
  }

  /** As {@link #values}, and the keys that only the application itself gives a value. */
  public List<EffectiveValue> valuesAndDefaults(String application) {
    TreeMap<String, EffectiveValue> values = new TreeMap<>();
    defaults
        .of(application)
        .keySet()
        .forEach(key -> value(application, key).ifPresent(v -> values.put(key, v)));
    values(application).forEach(v -> values.put(v.key(), v));
    return List.copyOf(values.values());
  }

  /** What is in force by a layer, without the defaults. */
  public Optional<Setting> setting(String application, String key) {
    return section(application).getOrDefault(key, List.of()).stream().findFirst();
  }

  private SortedMap<String, List<Setting>> section(String application) {
    return sections.getOrDefault(application, Collections.emptySortedMap());
  }
}
