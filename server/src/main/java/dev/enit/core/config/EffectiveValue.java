package dev.enit.core.config;

import dev.enit.core.otp.AppFile.AppDefault;
import java.util.List;
import java.util.Optional;

/**
 * The effective value of a key, with its provenance.
 *
 * @param settings every setting of the key, the winner first, then those that it overrides, nearest
 *     first
 * @param appDefault the default in the application's {@code .app} file, the end of the chain
 * @param secrets the rule that decides what may be shown of it
 */
public record EffectiveValue(
    String application,
    String key,
    List<Setting> settings,
    Optional<AppDefault> appDefault,
    SecretKeys secrets) {
  public EffectiveValue {
    settings = List.copyOf(settings);
  }

  /** Returns the setting that is in force, or empty if that is the default. */
  public Optional<Setting> winner() {
    return settings.stream().findFirst();
  }

  /** Returns the settings that the winner overrides, nearest first. */
  public List<Setting> overridden() {
    return settings.isEmpty() ? settings : settings.subList(1, settings.size());
  }

  /** Returns the text of a value of the key with a mask in place of secrets. */
  public String shown(dev.enit.grammar.term.Term value) {
    return SecretValues.print(secrets, application, key, value);
  }

  /** Returns the value in force. */
  public dev.enit.grammar.term.Term value() {
    return winner().map(Setting::value).or(() -> appDefault.map(AppDefault::value)).orElseThrow();
  }
}
