package dev.enit.core.ide.hint;

import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.ShownValue;
import dev.enit.core.ide.hint.InlayHint.Kind;
import dev.enit.core.parameter.Quantity;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import java.util.Optional;
import java.util.function.Consumer;

/** The inlay hints after a value: the meaning of its number, and the value that overrides it. */
record SettingHints(FileScope scope, Span range) {
  /** More of a value stands in its hover. */
  private static final int WIDTH = 30;

  void to(Consumer<InlayHint> hints) {
    for (ConfigLayer layer : scope.layers()) {
      if (layer.path().equals(scope.path())) {
        for (Section section : layer.sections()) {
          section(layer, section, hints);
        }
      }
    }
  }

  private void section(ConfigLayer layer, Section section, Consumer<InlayHint> hints) {
    Span form = section.form().span();
    if (form.end() < range.start() || range.end() < form.start()) {
      return;
    }
    for (Entry entry : section.entries()) {
      Setting setting = new Setting(layer, section, entry);
      if (range.touches(offset(setting))) {
        unit(setting).ifPresent(hints);
        overridden(setting).ifPresent(hints);
      }
    }
  }

  private static Optional<InlayHint> unit(Setting setting) {
    return Quantity.of(setting.application(), setting.key(), setting.value())
        .map(quantity -> label(quantity, setting))
        .map(text -> hint(Kind.UNIT, setting, text));
  }

  /** {@code 60000 = 1 min}, and {@code 7 s}. */
  private static String label(Quantity quantity, Setting setting) {
    String written = setting.valueSpan().in(setting.layer().file().text());
    return quantity.converted() || !quantity.text().startsWith(written + " ")
        ? "= " + quantity.text()
        : quantity.text().substring(written.length() + 1);
  }

  private static InlayHint hint(Kind kind, Setting setting, String label) {
    return new InlayHint(kind, offset(setting), label, "", Optional.empty());
  }

  private Optional<InlayHint> overridden(Setting setting) {
    return scope
        .config()
        .setting(setting.application(), setting.key())
        .filter(winner -> !isSame(winner, setting))
        .map(winner -> arrow(setting, winner));
  }

  private static boolean isSame(Setting one, Setting other) {
    return one.layer().path().equals(other.layer().path()) && one.keySpan().equals(other.keySpan());
  }

  private InlayHint arrow(Setting setting, Setting winner) {
    String place = winner.layer().path().getFileName() + ":" + winner.line();
    return new InlayHint(
        Kind.OVERRIDDEN,
        offset(setting),
        "→ " + ShownValue.of(scope.config().secrets(), winner).plain(WIDTH),
        Messages.text("hint.overridden", place),
        Optional.of(winner.place()));
  }

  /** Behind the value, or behind the key where the value ends on a line far below. */
  private static int offset(Setting setting) {
    Span value = setting.valueSpan();
    boolean oneLine = value.in(setting.layer().file().text()).indexOf('\n') < 0;
    return oneLine ? value.end() : setting.keySpan().end();
  }
}
