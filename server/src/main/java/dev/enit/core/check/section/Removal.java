package dev.enit.core.check.section;

import dev.enit.core.check.Fix;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Setting;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes a setting out of its section, with its comma and with the line that it leaves empty.
 * Comments stay: whether they spoke of it is not known.
 */
public final class Removal {
  private final ConfigLayer layer;
  private final String text;
  private final List<Span> elements;

  private Removal(ConfigLayer layer, List<Span> elements) {
    this.layer = layer;
    this.text = layer.file().text();
    this.elements = elements;
  }

  /** The fix {@code fix.remove}; nothing where the text around the setting is not understood. */
  public static Optional<Fix> of(Setting setting) {
    Section section = setting.section();
    return section.form().term() instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.get(1) instanceof Term.ListTerm(var _, var elements, var tail)
            && tail == null
        ? new Removal(setting.layer(), elements.stream().map(section.form()::absolute).toList())
            .changes(setting.span())
            .map(changes -> new Fix("fix.remove", List.of(setting.key()), changes, true))
        : Optional.empty();
  }

  private Optional<List<Fix.Change>> changes(Span element) {
    int index = elements.indexOf(element);
    if (index < 0 || text.charAt(element.start()) != '{') {
      return Optional.empty();
    }
    if (index == 0 && elements.size() == 1) {
      return Optional.of(List.of(delete(ListText.withLine(text, element))));
    }
    return index + 1 < elements.size() ? inner(element, index) : last(element, index);
  }

  private Optional<List<Fix.Change>> inner(Span element, int index) {
    OptionalInt comma = ListText.comma(text, element.end(), elements.get(index + 1).start());
    return comma.isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of(
                delete(ListText.withLine(text, new Span(element.start(), comma.getAsInt() + 1)))));
  }

  /** The last one takes the comma of the one before with it. */
  private Optional<List<Fix.Change>> last(Span element, int index) {
    OptionalInt found = ListText.comma(text, elements.get(index - 1).end(), element.start());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int comma = found.getAsInt();
    if (text.substring(comma + 1, element.start()).isBlank()) {
      return Optional.of(List.of(delete(new Span(comma, element.end()))));
    }
    List<Fix.Change> changes = new ArrayList<>();
    changes.add(delete(new Span(comma, comma + 1)));
    changes.add(delete(ListText.withLine(text, element)));
    return Optional.of(changes);
  }

  private Fix.Change delete(Span span) {
    return new Fix.Change(new Place(layer.path(), span), "");
  }
}
