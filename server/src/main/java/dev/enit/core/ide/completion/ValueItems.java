package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace.SettingValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The completion items for the value of a key: the values that it accepts, its default, and those
 * of other files.
 */
record ValueItems(CompletionRequest completing, SettingValue place) {

  List<CompletionCandidate> items() {
    SettingFacts facts = new SettingFacts(completing.scope(), place.application(), place.key());
    if (!completing.isWhole(place.span())) {
      return facts.isSecret()
          ? List.of()
          : new InnerAtoms(completing, facts, place.span())
              .names().stream().map(this::inner).toList();
    }
    ValueCandidates values = new ValueCandidates(facts);
    List<CompletionCandidate> items = new ArrayList<>();
    List<CompletionCandidate> last = new ArrayList<>(1);
    for (ValueCandidates.Value value : values.likely()) {
      // The value in force is written only to be explicit.
      (value.detail().equals(ValueCandidates.standard()) ? last : items).addAll(item(value));
    }
    items.addAll(last);
    if (completing.point().quote() == CompletionPoint.Quote.NONE && completing.wishes().places()) {
      values.shapes().forEach(shape -> items.add(shape(shape)));
    }
    return items;
  }

  private List<CompletionCandidate> item(ValueCandidates.Value value) {
    return completing
        .value(value.term())
        .map(
            text ->
                CompletionCandidate.of(
                    value.label(), CompletionCandidate.Kind.VALUE, value.detail(), text))
        .stream()
        .toList();
  }

  private CompletionCandidate inner(String atom) {
    return CompletionCandidate.of(
        atom, CompletionCandidate.Kind.VALUE, "", completing.element(completing.atom(atom)));
  }

  private CompletionCandidate shape(String shape) {
    return CompletionCandidate.of(
        shape,
        CompletionCandidate.Kind.VALUE,
        "",
        completing.element(ValueCandidates.fillIn(shape)));
  }
}
