package dev.enit.core.ide.symbol;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.config.NodeKey;
import dev.enit.core.ide.symbol.DocumentSymbols.Symbol;
import dev.enit.core.ide.symbol.DocumentSymbols.Symbol.Kind;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The symbols of one form, as far as it can be understood. None of them shows a cookie. */
record Outline(String text, Form form, Limit limit) {
  private static final int BRIEF = 40;
  private static final int LONGEST_NAME = 80;
  private static final int DEEPEST = 5;

  /** Returns the whole form under the name of one of its terms. */
  Symbol whole(Kind kind, Term name, String detail, List<Symbol> children) {
    return new Symbol(name(name), kind, detail, form.span(), form.absolute(name), children);
  }

  /** Returns the symbol of a form that is a {@code {Key, Value}}. */
  Symbol pair(Term.Atom key, List<Term> elements) {
    boolean shown = elements.size() > 1 && !isSecret(key);
    return whole(Kind.KEY, key, shown ? value(elements.get(1)) : "", List.of());
  }

  /** Returns the properties of a release or an extension. */
  List<Symbol> properties(Term list) {
    return keys(list, (key, value) -> key.name().equals("applications") ? names(value) : List.of());
  }

  /** Returns the settings of a section. */
  List<Symbol> settings(Term list) {
    return keys(list, (_, value) -> parts(value, 1));
  }

  /** Elements with an atom in front; an atom alone is a key that the user is typing. */
  private List<Symbol> keys(Term list, BiFunction<Term.Atom, Term, List<Symbol>> inside) {
    List<Symbol> symbols = new ArrayList<>();
    for (Term element : elements(list)) {
      if (element instanceof Term.Atom key && limit.takes()) {
        symbols.add(symbol(Kind.KEY, element, key, "", List.of()));
      } else if (element instanceof Term.Tuple(var _, var pair)
          && !pair.isEmpty()
          && pair.getFirst() instanceof Term.Atom key
          && limit.takes()) {
        boolean shown = pair.size() > 1 && !isSecret(key);
        List<Symbol> children = shown ? inside.apply(key, pair.get(1)) : List.of();
        String detail = shown && children.isEmpty() ? value(pair.get(1)) : "";
        symbols.add(symbol(Kind.KEY, element, key, detail, children));
      }
    }
    return symbols;
  }

  private List<Symbol> names(Term list) {
    List<Symbol> symbols = new ArrayList<>();
    for (Term element : elements(list)) {
      if (element instanceof Term.Atom app && limit.takes()) {
        symbols.add(symbol(Kind.APPLICATION, app, app, "", List.of()));
      }
    }
    return symbols;
  }

  private Symbol symbol(Kind kind, Term all, Term name, String detail, List<Symbol> children) {
    CancellationToken.check();
    return new Symbol(name(name), kind, detail, form.absolute(all), form.absolute(name), children);
  }

  private static List<Term> elements(Term list) {
    return list instanceof Term.ListTerm(var _, var elements, var _) ? elements : List.of();
  }

  /** The symbols inside a value: pairs in lists, tuples such as handlers, entries of maps. */
  private List<Symbol> parts(Term value, int depth) {
    List<Symbol> symbols = new ArrayList<>();
    if (depth <= DEEPEST && limit.isAmple()) {
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
          elements.size() > 2 && elements.get(1) instanceof Term.Atom && !isSecret(key);
      String second = tagged ? " " + name(elements.get(1)) : "";
      part(name(key) + second, key, element.span(), elements.getLast(), depth, to);
    }
  }

  private void entry(Term.Association entry, int depth, List<Symbol> to) {
    if (entry.key() instanceof Term.Atom || entry.key() instanceof Term.Str) {
      Span all = Span.between(entry.key().span(), entry.value().span());
      part(name(entry.key()), entry.key(), all, entry.value(), depth, to);
    }
  }

  private void part(String name, Term key, Span all, Term value, int depth, List<Symbol> to) {
    if (limit.takes()) {
      boolean secret = isSecret(key);
      List<Symbol> parts = secret ? List.of() : parts(value, depth + 1);
      String detail = secret || !parts.isEmpty() ? "" : value(value);
      to.add(new Symbol(name, Kind.PART, detail, form.absolute(all), form.absolute(key), parts));
    }
  }

  /** A name as it may be written in a file. */
  private static String name(Term name) {
    String printed = TermPrinter.print(name);
    return printed.length() <= LONGEST_NAME
        ? printed
        : printed.substring(0, LONGEST_NAME - 1) + "…";
  }

  /**
   * Returns whether a value must not be shown: a section is easily mistyped, so the key alone
   * counts.
   */
  private static boolean isSecret(Term key) {
    return key instanceof Term.Atom atom && atom.name().equals(NodeKey.COOKIE.key());
  }

  /** A value as it is written; empty where it is long, or may hold a cookie. */
  private String value(Term value) {
    if (value.span().length() > BRIEF) {
      return "";
    }
    String written = form.absolute(value).in(text);
    boolean plain = written.chars().noneMatch(c -> c < ' ');
    return plain && !written.contains(NodeKey.COOKIE.key()) ? written : "";
  }

  /**
   * The number of symbols that an outline may still have. An editor cannot show what is too much;
   * it is left out from the inside, so that the way to the cursor stays right.
   */
  static final class Limit {
    private static final int ALL = 5_000;

    private int left = ALL;

    /** Takes one more, where there is one. */
    boolean takes() {
      return left-- > 0;
    }

    /**
     * Returns whether there is room for the inside of values: half of all is kept for their keys.
     */
    boolean isAmple() {
      return left > ALL / 2;
    }
  }
}
