package dev.enit.core.ide;

import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace.OfSetting;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.parameter.Parameters;
import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.core.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The hover text of a key of an application: its value, its provenance, its meaning, and when a
 * change takes effect.
 */
record SettingHover(FileScope scope, OfSetting place) {

  Optional<String> markdown() {
    Optional<EffectiveValue> value = scope.config().value(place.application(), place.key());
    Optional<Parameter> parameter = Parameters.find(place.application(), place.key());
    if (value.isEmpty() && parameter.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    parts.add(title(value));
    value.flatMap(this::overridden).ifPresent(parts::add);
    parameter.ifPresentOrElse(
        known -> parts.addAll(described(known)),
        () -> value.flatMap(SettingHover::comment).ifPresent(parts::add));
    value
        .map(v -> ProvenanceChain.of(scope, v, place.keySpan(), Optional.empty()))
        .ifPresent(parts::add);
    RunningValue.text(scope, place.application(), place.key(), Instant.now()).ifPresent(parts::add);
    parts.add(effect());
    return Optional.of(String.join("\n\n", parts));
  }

  private String title(Optional<EffectiveValue> value) {
    String key = Markdown.code(place.key());
    String application = Markdown.code(place.application());
    if (value.isEmpty()) {
      return Messages.text("hover.setting.unset", key, application);
    }
    ShownValue shown = shown(value.get());
    return shown.isShort()
        ? Messages.text("hover.setting.short", key, application, shown.brief())
        : Messages.text("hover.setting.long", key, application) + "\n\n" + shown.block();
  }

  private static ShownValue shown(EffectiveValue value) {
    return value
        .winner()
        .map(setting -> ShownValue.of(value.secrets(), setting))
        .or(() -> value.appDefault().map(d -> ShownValue.of(value, d)))
        .orElseThrow();
  }

  /** That the value under the cursor is not the one in force. */
  private Optional<String> overridden(EffectiveValue value) {
    return overridden(scope, value, place);
  }

  static Optional<String> overridden(FileScope scope, EffectiveValue value, OfSetting place) {
    Optional<Setting> here = ProvenanceChain.hovered(scope, value, place.keySpan());
    return here.isEmpty() || here.equals(value.winner())
        ? Optional.empty()
        : value
            .winner()
            .map(winner -> Messages.text("hover.setting.overridden", ProvenanceChain.link(winner)));
  }

  private static List<String> described(Parameter parameter) {
    StringJoiner facts = new StringJoiner(". ", "*", ".*");
    String unit = parameter.unit().map(u -> Messages.text("hover.parameter.unit", u)).orElse("");
    facts.add(Messages.text("hover.parameter.type", Markdown.plain(parameter.type()) + unit));
    parameter
        .standard()
        .ifPresent(
            text -> facts.add(Messages.text("hover.parameter.default", Markdown.plain(text))));
    parameter.since().ifPresent(otp -> facts.add(Messages.text("hover.parameter.since", otp)));
    List<String> lines = new ArrayList<>(List.of(parameter.meaning(), facts.toString()));
    parameter
        .obsolete()
        .ifPresent(text -> lines.add(Messages.text("hover.parameter.obsolete", text)));
    return lines;
  }

  /** What the author of the application wrote above its default. */
  private static Optional<String> comment(EffectiveValue value) {
    return value
        .appDefault()
        .map(AppDefault::comment)
        .filter(comment -> !comment.isEmpty())
        .map(Markdown::plain);
  }

  private String effect() {
    return scope
        .release()
        .flatMap(release -> scope.workspace().diff(release.key()))
        .map(diff -> diff.effect(place.application(), place.key()))
        .orElseGet(
            () -> TakesEffect.of(place.application(), place.key(), scope.otp(), scope.loaded()))
        .text(Markdown.code(place.application()));
  }
}
