package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The code action that writes an application's own defaults into its section, to be changed there:
 * those that no layer sets. Offered at the name of the section.
 */
final class WriteDefaults implements CodeActionProvider {
  /** More are offered all together only. */
  private static final int MOST = 8;

  private static final int SHOWN = 30;

  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Section> section = place.section();
    if (section.isPresent() && place.cursor() instanceof SectionName) {
      ConfigLayer layer = place.layer().orElseThrow();
      List<EffectiveValue> unset =
          place.scope().config().valuesAndDefaults(section.get().application().name()).stream()
              .filter(value -> value.winner().isEmpty())
              .toList();
      if (unset.size() <= MOST) {
        unset.forEach(value -> to.accept(one(layer, section.get(), value)));
      }
      if (unset.size() > 1) {
        to.accept(all(layer, section.get(), unset));
      }
    }
  }

  private static CodeActionItem one(ConfigLayer layer, Section section, EffectiveValue value) {
    String shown = value.shown(value.value());
    String brief = shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN - 1) + "…";
    return action(
        layer,
        section,
        List.of(value),
        "default:" + value.key(),
        Messages.text("action.default", value.key(), brief));
  }

  private static CodeActionItem all(
      ConfigLayer layer, Section section, List<EffectiveValue> values) {
    return action(
        layer, section, values, "default", Messages.text("action.defaults", values.size()));
  }

  private static CodeActionItem action(
      ConfigLayer layer, Section section, List<EffectiveValue> values, String id, String title) {
    return CodeActionItem.of(
        Kind.REWRITE,
        id,
        title,
        () ->
            LayerText.add(layer, section.form(), values.stream().map(WriteDefaults::piece).toList())
                .stream()
                .toList());
  }

  private static ListElement piece(EffectiveValue value) {
    return ListElement.of(
        "{" + TermPrinter.atom(value.key()) + ", " + TermPrinter.print(value.value()) + "}");
  }
}
