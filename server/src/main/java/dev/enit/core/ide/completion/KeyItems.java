package dev.enit.core.ide.completion;

import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.parameter.ParameterValues;
import dev.enit.core.parameter.Parameters;
import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.core.text.Messages;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that an application is known to have and the file does not set yet: those of its {@code
 * .app}, those that OTP documents, those that are set elsewhere.
 */
record KeyItems(CompletionRequest completing, SettingKey place) {

  List<CompletionCandidate> items() {
    Set<String> present = completing.keys(place.application());
    Set<String> inUse = inUse();
    return known(inUse).stream()
        .filter(key -> !present.contains(key))
        .map(this::facts)
        .filter(facts -> facts.parameter().filter(this::isYetToCome).isEmpty())
        .sorted(
            Comparator.<SettingFacts>comparingInt(facts -> rank(facts, inUse))
                .thenComparing(SettingFacts::key))
        .map(this::item)
        .toList();
  }

  private Set<String> known(Set<String> inUse) {
    String application = place.application();
    Set<String> keys = new HashSet<>(inUse);
    completing.scope().config().keys(application).stream()
        .filter(key -> !facts(key).elsewhere().isEmpty())
        .forEach(keys::add);
    keys.addAll(Parameters.of(application).keySet());
    completing
        .scope()
        .otp()
        .appFile(application)
        .map(AppFile::defaults)
        .map(Map::keySet)
        .ifPresent(keys::addAll);
    return keys;
  }

  private Set<String> inUse() {
    return SettingFacts.inUse(completing.scope()).keys(place.application());
  }

  private SettingFacts facts(String key) {
    return new SettingFacts(completing.scope(), place.application(), key);
  }

  /** Returns whether the OTP of the host is older than the parameter. */
  private boolean isYetToCome(Parameter parameter) {
    int release = completing.scope().otp().install().map(OtpInstall::release).orElse(0);
    return release > 0
        && parameter.since().filter(since -> Integer.parseInt(since) > release).isPresent();
  }

  private static int rank(SettingFacts facts, Set<String> inUse) {
    if (facts.parameter().flatMap(Parameter::obsolete).isPresent()) {
      return 3;
    }
    if (!facts.elsewhere().isEmpty()) {
      return 0;
    }
    return inUse.contains(facts.key()) ? 1 : 2;
  }

  private CompletionCandidate item(SettingFacts facts) {
    return CompletionCandidate.of(
            facts.key(),
            CompletionCandidate.Kind.KEY,
            detail(facts),
            completing.pair(facts.key(), new ValueCandidates(facts).placeholder()))
        .obsolete(facts.parameter().flatMap(Parameter::obsolete).isPresent())
        .about(new SettingKey(place.span(), place.application(), facts.key()));
  }

  /** The value that another layer gives it, else its default, else its type. */
  private static String detail(SettingFacts facts) {
    Optional<Setting> elsewhere = facts.elsewhere().stream().findFirst();
    if (elsewhere.isPresent()) {
      String file = String.valueOf(elsewhere.get().layer().path().getFileName());
      return !facts.isPublic(elsewhere.get().value())
          ? file
          : ValueCandidates.print(elsewhere.get().value())
              .map(value -> value + " · " + file)
              .orElse(file);
    }
    return facts
        .appDefault()
        .map(AppDefault::value)
        .filter(facts::isPublic)
        .or(() -> facts.documented().flatMap(ParameterValues::standard))
        .flatMap(ValueCandidates::print)
        .map(value -> Messages.text("completion.defaultIs", value))
        .or(() -> facts.parameter().map(Parameter::type))
        .orElse("");
  }
}
