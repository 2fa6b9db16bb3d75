package dev.enit.grammar.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The printer of terms, as text that {@code file:consult/1} reads back to the same value: a string
 * as a string and a list as a list: the term knows how it was written, see {@link TermNotation} for
 * values that come from no file. The place of a missing term is printed as an ellipsis and an
 * opaque value as Erlang shows it, which nothing reads.
 */
public final class TermPrinter {
  private final StringBuilder out = new StringBuilder();

  private TermPrinter() {}

  /** Returns a term on one line. */
  public static String print(Term term) {
    TermPrinter printer = new TermPrinter();
    printer.term(term);
    return printer.out.toString();
  }

  /** Returns an atom as it is written, in quotes where it needs them. */
  public static String atom(String name) {
    return QuotedText.isPlainAtom(name) ? name : QuotedText.quote(name, '\'');
  }

  private void term(Term term) {
    switch (term) {
      case Term.Atom a -> out.append(atom(a.name()));
      case Term.Int i -> out.append(i.value());
      case Term.Float f -> out.append(Double.toString(f.value()).replace('E', 'e'));
      case Term.Char c -> out.append(QuotedText.character(c.codePoint()));
      case Term.Str s -> out.append(QuotedText.quote(s.value(), '"'));
      case Term.Binary b -> BinaryText.append(b, out);
      case Term.Tuple t -> tuple(t);
      case Term.ListTerm l -> list(l);
      case Term.MapTerm m -> map(m);
      case Term.Fun f ->
          out.append("fun ")
              .append(atom(f.module()))
              .append(':')
              .append(atom(f.function()))
              .append('/')
              .append(f.arity());
      case Term.Opaque o -> out.append(o.text());
      case Term.Missing m -> out.append('…');
    }
  }

  private void tuple(Term.Tuple tuple) {
    out.append('{');
    separated(tuple.elements());
    out.append('}');
  }

  private void separated(List<Term> elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      term(elements.get(i));
    }
  }

  private void list(Term.ListTerm list) {
    out.append('[');
    ListItems items = ListItems.of(list);
    for (boolean first = true; items.hasNext(); first = false) {
      if (!first) {
        out.append(',');
      }
      term(items.next());
    }
    Term tail = items.tail();
    if (tail != null) {
      out.append('|');
      term(tail);
    }
    out.append(']');
  }

  private void map(Term.MapTerm map) {
    Map<TermValue.Key, Integer> last = new HashMap<>();
    List<Term.Association> entries = map.associations();
    for (int i = 0; i < entries.size(); i++) {
      last.put(new TermValue.Key(entries.get(i).key()), i);
    }
    out.append("#{");
    boolean first = true;
    for (int i = 0; i < entries.size(); i++) {
      Term.Association entry = entries.get(i);
      if (last.getOrDefault(new TermValue.Key(entry.key()), i) == i) {
        out.append(first ? "" : ",");
        term(entry.key());
        out.append(" => ");
        term(entry.value());
        first = false;
      }
    }
    out.append('}');
  }
}
