package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the value of a key could be: what it may be, what it is by default, what others made it. */
record ValueItems(Completing completing, SettingValue place) {

  List<Completion> items() {
    SettingFacts facts = new SettingFacts(completing.scope(), place.application(), place.key());
    if (!completing.isWhole(place.span())) {
      return facts.isSecret()
          ? List.of()
          : new InnerAtoms(completing, facts, place.span())
              .names().stream().map(this::inner).toList();
    }
    Values values = new Values(facts);
    List<Completion> items = new ArrayList<>();
    List<Completion> last = new ArrayList<>(1);
    String standard = Messages.text("completion.default");
    for (Map.Entry<String, String> value : values.likely().entrySet()) {
      // Nobody writes what holds anyway, unless to be explicit.
      (value.getValue().equals(standard) ? last : items)
          .addAll(item(value.getKey(), value.getValue()));
    }
    items.addAll(last);
    if (completing.point().quote() == CompletionPoint.Quote.NONE && completing.wishes().places()) {
      values.shapes().forEach(shape -> items.add(shape(shape)));
    }
    return items;
  }

  private List<Completion> item(String value, String detail) {
    return completing
        .value(Values.term(value))
        .map(text -> Completion.of(label(value), Completion.Kind.VALUE, detail, text))
        .stream()
        .toList();
  }

  /** An atom as it is said, anything else as it is written. */
  static String label(String value) {
    return Values.term(value) instanceof Term.Atom(var _, String name) ? name : value;
  }

  private Completion inner(String atom) {
    return Completion.of(
        atom, Completion.Kind.VALUE, "", completing.element(completing.atom(atom)));
  }

  private Completion shape(String shape) {
    return Completion.of(
        shape, Completion.Kind.VALUE, "", completing.element(Values.fillIn(shape)));
  }
}
