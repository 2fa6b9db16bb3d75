package dev.enit.core.ide.symbol;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.ide.symbol.Symbol.Kind;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;

/** The symbols of one form, as far as it can be understood. */
final class Outline {
  private final SymbolText text;
  private final SymbolLimit budget;
  private final PartSymbols parts;

  Outline(String text, Form form, SymbolLimit budget) {
    this.text = new SymbolText(text, form);
    this.budget = budget;
    this.parts = new PartSymbols(this.text, budget);
  }

  /** The whole form under the name of one of its terms. */
  Symbol whole(Kind kind, Term name, String detail, List<Symbol> children) {
    Form form = text.form();
    return new Symbol(
        SymbolText.name(name), kind, detail, form.span(), form.absolute(name), children);
  }

  /** A form that is a {@code {Key, Value}}. */
  Symbol pair(Term.Atom key, List<Term> elements) {
    boolean shown = elements.size() > 1 && !SymbolText.isSecret(key);
    return whole(Kind.KEY, key, shown ? text.value(elements.get(1)) : "", List.of());
  }

  /** The properties of a release or an extension. */
  List<Symbol> properties(Term list) {
    return keys(list, (key, value) -> key.name().equals("applications") ? names(value) : List.of());
  }

  /** The settings of a section. */
  List<Symbol> settings(Term list) {
    return keys(list, (_, value) -> parts.of(value));
  }

  /** What stands inside of the value of a key. */
  @FunctionalInterface
  private interface Inside {
    List<Symbol> of(Term.Atom key, Term value);
  }

  /** Elements with an atom in front; an atom alone is a key that the user is typing. */
  private List<Symbol> keys(Term list, Inside inside) {
    List<Symbol> symbols = new ArrayList<>();
    for (Term element : elements(list)) {
      if (element instanceof Term.Atom key && budget.takes()) {
        symbols.add(symbol(Kind.KEY, element, key, "", List.of()));
      } else if (element instanceof Term.Tuple(var _, var pair)
          && !pair.isEmpty()
          && pair.getFirst() instanceof Term.Atom key
          && budget.takes()) {
        boolean shown = pair.size() > 1 && !SymbolText.isSecret(key);
        List<Symbol> children = shown ? inside.of(key, pair.get(1)) : List.of();
        String detail = shown && children.isEmpty() ? text.value(pair.get(1)) : "";
        symbols.add(symbol(Kind.KEY, element, key, detail, children));
      }
    }
    return symbols;
  }

  private List<Symbol> names(Term list) {
    List<Symbol> symbols = new ArrayList<>();
    for (Term element : elements(list)) {
      if (element instanceof Term.Atom app && budget.takes()) {
        symbols.add(symbol(Kind.APPLICATION, app, app, "", List.of()));
      }
    }
    return symbols;
  }

  private Symbol symbol(Kind kind, Term all, Term name, String detail, List<Symbol> children) {
    CancellationToken.check();
    Form form = text.form();
    return new Symbol(
        SymbolText.name(name), kind, detail, form.absolute(all), form.absolute(name), children);
  }

  private static List<Term> elements(Term list) {
    return list instanceof Term.ListTerm(var _, var elements, var _) ? elements : List.of();
  }
}
