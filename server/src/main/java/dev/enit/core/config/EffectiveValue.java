package dev.enit.core.config;

import dev.enit.core.otp.AppDefault;
import java.util.List;
import java.util.Optional;

/**
 * The value of a key after the merge, and why it has it.
 *
 * @param settings everything the layers say of the key, the winner first, then what it overrides,
 *     nearest first
 * @param appDefault what the application's own {@code .app} file says, the end of the chain
 * @param secrets the rule for what may be shown of it
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

  /** The setting that is in force; empty where only the default is. */
  public Optional<Setting> winner() {
    return settings.stream().findFirst();
  }

  /** What the winner overrides, nearest first. */
  public List<Setting> overridden() {
    return settings.isEmpty() ? settings : settings.subList(1, settings.size());
  }

  /** Returns the text of a value of the key with a mask in place of secrets. */
  public String shown(dev.enit.grammar.term.Term value) {
    return SecretValues.print(secrets, application, key, value);
  }

  /** The value in force. */
  public dev.enit.grammar.term.Term value() {
    return winner().map(Setting::value).or(() -> appDefault.map(AppDefault::value)).orElseThrow();
  }
}
