package dev.enit.core.ide.symbol;

import dev.enit.core.ide.symbol.Symbol.Kind;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;

/** The symbols inside a value: pairs in lists, tuples such as handlers, entries of maps. */
record PartSymbols(SymbolText text, SymbolLimit budget) {
  private static final int DEEPEST = 5;

  /** The parts of a value. */
  List<Symbol> of(Term value) {
    return of(value, 1);
  }

  private List<Symbol> of(Term value, int depth) {
    List<Symbol> symbols = new ArrayList<>();
    if (depth <= DEEPEST && budget.isAmple()) {
      switch (value) {
        case Term.ListTerm list -> list.elements().forEach(e -> element(e, depth, symbols));
        case Term.MapTerm map -> map.associations().forEach(a -> entry(a, depth, symbols));
        default -> {}
      }
    }
    return symbols;
  }

  private void element(Term element, int depth, List<Symbol> to) {
    if (element instanceof Term.Tuple(var _, var elements)
        && elements.size() > 1
        && elements.getFirst() instanceof Term.Atom key) {
      // {handler, default, Module, Config}: the tag alone tells nothing.
      boolean tagged =
          elements.size() > 2 && elements.get(1) instanceof Term.Atom && !SymbolText.isSecret(key);
      String second = tagged ? " " + SymbolText.name(elements.get(1)) : "";
      add(SymbolText.name(key) + second, key, element.span(), elements.getLast(), depth, to);
    }
  }

  private void entry(Term.Association entry, int depth, List<Symbol> to) {
    if (entry.key() instanceof Term.Atom || entry.key() instanceof Term.Str) {
      Span all = Span.between(entry.key().span(), entry.value().span());
      add(SymbolText.name(entry.key()), entry.key(), all, entry.value(), depth, to);
    }
  }

  private void add(String name, Term key, Span all, Term value, int depth, List<Symbol> to) {
    if (budget.takes()) {
      boolean secret = SymbolText.isSecret(key);
      List<Symbol> parts = secret ? List.of() : of(value, depth + 1);
      String detail = secret || !parts.isEmpty() ? "" : text.value(value);
      Form form = text.form();
      to.add(new Symbol(name, Kind.PART, detail, form.absolute(all), form.absolute(key), parts));
    }
  }
}
