package dev.enit.core.ide.completion;

import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The completion items for the value of a key: the values that it accepts, its default, and those
 * of other files.
 */
record ValueItems(CompletionRequest completing, SettingValue place) {

  List<CompletionCandidate> items() {
    SettingFacts facts = new SettingFacts(completing.scope(), place.application(), place.key());
    if (!completing.isWhole(place.span())) {
      return facts.isSecret() ? List.of() : innerAtoms(facts).stream().map(this::inner).toList();
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

  /**
   * The atoms that stand, in other values of a key, where the word stands in this one: at the same
   * index of a tuple with the same tag, anywhere in a list.
   */
  private Set<String> innerAtoms(SettingFacts facts) {
    List<Term> path = path();
    Set<String> names = new TreeSet<>();
    if (!path.isEmpty()) {
      Stream.concat(
              facts.elsewhere().stream().map(Setting::value),
              facts.appDefault().map(AppDefault::value).stream())
          .filter(facts::isPublic)
          .forEach(other -> collect(path, 0, other, names));
      if (path.get(path.size() - 2) instanceof Term.ListTerm list) {
        names.removeAll(CompletionRequest.names(Optional.of(list)));
      }
    }
    return names;
  }

  /** From the value down to the word. */
  private List<Term> path() {
    List<Term> all = completing.point().path();
    for (int i = 0; i < all.size() - 1; i++) {
      if (completing.point().form().absolute(all.get(i)).equals(place.span())) {
        return all.subList(i, all.size());
      }
    }
    return List.of();
  }

  private static void collect(List<Term> path, int depth, Term other, Set<String> names) {
    if (depth == path.size() - 1) {
      if (other instanceof Term.Atom(var _, String name)) {
        names.add(name);
      }
      return;
    }
    for (Term next : alike(path.get(depth), path.get(depth + 1), other)) {
      collect(path, depth + 1, next, names);
    }
  }

  /** The parts of another term that correspond to a part of this one. */
  private static List<Term> alike(Term term, Term part, Term other) {
    if (term instanceof Term.ListTerm && other instanceof Term.ListTerm(var _, var all, var _)) {
      return all;
    }
    if (term instanceof Term.Tuple(var _, var mine)
        && other instanceof Term.Tuple(var _, var others)) {
      int index = Separators.index(mine, part);
      boolean same = index == 0 || (index > 0 && tag(mine).equals(tag(others)));
      return same && index < others.size() ? List.of(others.get(index)) : List.of();
    }
    return new ArrayList<>(0);
  }

  private static String tag(List<Term> elements) {
    return !elements.isEmpty() && elements.getFirst() instanceof Term.Atom(var _, String name)
        ? name
        : "";
  }
}
