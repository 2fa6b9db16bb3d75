package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace.SettingValue;
import java.util.ArrayList;
import java.util.List;

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
    for (Values.Value value : values.likely()) {
      // Nobody writes what holds anyway, unless to be explicit.
      (value.detail().equals(Values.standard()) ? last : items).addAll(item(value));
    }
    items.addAll(last);
    if (completing.point().quote() == CompletionPoint.Quote.NONE && completing.wishes().places()) {
      values.shapes().forEach(shape -> items.add(shape(shape)));
    }
    return items;
  }

  private List<Completion> item(Values.Value value) {
    return completing
        .value(value.term())
        .map(text -> Completion.of(value.label(), Completion.Kind.VALUE, value.detail(), text))
        .stream()
        .toList();
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
