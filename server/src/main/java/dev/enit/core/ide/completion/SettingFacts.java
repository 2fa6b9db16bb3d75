package dev.enit.core.ide.completion;

import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.SecretValues;
import dev.enit.core.config.Setting;
import dev.enit.core.config.SettingsInUse;
import dev.enit.core.ide.FileScope;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.parameter.ParameterValues;
import dev.enit.core.parameter.Parameters;
import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All facts about a key of an application, from the file that is being written. */
record SettingFacts(FileScope scope, String application, String key) {

  /** What the application's own {@code .app} file gives it. */
  Optional<AppDefault> appDefault() {
    return Optional.ofNullable(
        scope.otp().appFile(application).map(AppFile::defaults).orElse(Map.of()).get(key));
  }

  Optional<Parameter> parameter() {
    return Parameters.find(application, key);
  }

  Optional<ParameterValues> documented() {
    return parameter().map(ParameterValues::of);
  }

  /** What the other layers of the release say of it, the one in force first. */
  List<Setting> elsewhere() {
    return scope
        .config()
        .value(application, key)
        .map(EffectiveValue::settings)
        .orElse(List.of())
        .stream()
        .filter(setting -> !setting.layer().path().equals(scope.path()))
        .toList();
  }

  /** The atoms that releases of the host give it. */
  Set<String> atomsInUse() {
    return inUse(scope).atoms(application, key);
  }

  static SettingsInUse inUse(FileScope scope) {
    return scope
        .release()
        .map(Release::key)
        .map(release -> scope.workspace().settingsInUse(release.roots()))
        .orElse(SettingsInUse.NONE);
  }

  /** Returns whether values that stand in files must stay there. */
  boolean isSecret() {
    return scope.config().secrets().isSecret(application, key);
  }

  /** Returns whether a known value of the key contains no secret. */
  boolean isPublic(Term value) {
    return SecretValues.isPublic(scope.config().secrets(), application, key, value);
  }

  /** Returns whether a value that is known shows that it takes {@code true} or {@code false}. */
  boolean isBoolean() {
    return appDefault().map(AppDefault::value).filter(SettingFacts::isBoolean).isPresent()
        || elsewhere().stream().map(Setting::value).anyMatch(SettingFacts::isBoolean)
        || atomsInUse().contains("true")
        || atomsInUse().contains("false");
  }

  private static boolean isBoolean(Term term) {
    return term instanceof Term.Atom(var _, String name)
        && (name.equals("true") || name.equals("false"));
  }
}
