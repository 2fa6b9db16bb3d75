package dev.enit.core.config;

import dev.enit.core.otp.AppFile.AppDefault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The effective configuration: the merge of all layers, with the provenance of each key. Sections
 * and keys are sorted by name.
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

  /** Returns the applications that a layer has a section for, including {@code node}. */
  public List<String> applications() {
    return List.copyOf(sections.keySet());
  }

  /** Returns the keys that layers set for an application. */
  public List<String> keys(String application) {
    return List.copyOf(section(application).keySet());
  }

  /**
   * Returns a key with its provenance, or empty if neither a layer nor the application itself sets
   * it.
   */
  public Optional<EffectiveValue> value(String application, String key) {
    List<Setting> settings = section(application).getOrDefault(key, List.of());
    Optional<AppDefault> appDefault = Optional.ofNullable(defaults.of(application).get(key));
    return settings.isEmpty() && appDefault.isEmpty()
        ? Optional.empty()
        : Optional.of(new EffectiveValue(application, key, settings, appDefault, secrets));
  }

  /** Returns every key that a layer sets for an application. */
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

  /** Returns each key of any application that is set more than once. */
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

  /** Returns the same as {@link #values}, and the keys that only the application itself sets. */
  public List<EffectiveValue> valuesAndDefaults(String application) {
    TreeMap<String, EffectiveValue> values = new TreeMap<>();
    defaults
        .of(application)
        .keySet()
        .forEach(key -> value(application, key).ifPresent(v -> values.put(key, v)));
    values(application).forEach(v -> values.put(v.key(), v));
    return List.copyOf(values.values());
  }

  /** Returns the setting that wins, or empty if no layer sets the key. */
  public Optional<Setting> setting(String application, String key) {
    return section(application).getOrDefault(key, List.of()).stream().findFirst();
  }

  private SortedMap<String, List<Setting>> section(String application) {
    return sections.getOrDefault(application, Collections.emptySortedMap());
  }

  /**
   * The name and the cookie of a node, from the section {@code node} of the effective
   * configuration.
   *
   * @param nodename {@code name@host}; the default if no layer sets one
   */
  public record NodeSettings(String nodename, Optional<Cookie> cookie) {

    /**
     * Returns the settings in the effective configuration of a release, on a host with a short
     * name.
     */
    public static NodeSettings of(EffectiveConfig config, String release, String shortHost) {
      String name = text(config, NodeKey.NODENAME).filter(n -> !n.isEmpty()).orElse(release);
      return new NodeSettings(
          name.indexOf('@') >= 0 ? name : name + "@" + shortHost,
          text(config, NodeKey.COOKIE).map(Cookie::new));
    }

    private static Optional<String> text(EffectiveConfig config, NodeKey key) {
      return config.setting(NodeKey.SECTION, key.key()).flatMap(s -> NodeText.of(s.value()));
    }
  }
}
