package dev.enit.grammar.term;

import dev.enit.grammar.term.TermList.Items;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
      case Term.Binary b -> binary(b);
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
    Items items = Items.of(list);
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

  /** Appends a binary: as a string where it is written as one and holds one, else byte by byte. */
  private void binary(Term.Binary binary) {
    out.append("<<");
    Bytes value = binary.value();
    String text = binary.isText() ? text(value) : null;
    if (text != null) {
      out.append(QuotedText.quote(text, '"'));
      out.append(text.chars().allMatch(c -> c < 0x80) ? "" : "/utf8");
    } else {
      bytes(value);
    }
    out.append(">>");
  }

  private void bytes(Bytes value) {
    int rest = (int) (value.bitSize() % 8);
    for (int i = 0; i < value.byteCount(); i++) {
      out.append(i > 0 ? "," : "");
      if (rest > 0 && i == value.byteCount() - 1) {
        out.append(value.byteAt(i) >> (8 - rest)).append(':').append(rest);
      } else {
        out.append(value.byteAt(i));
      }
    }
  }

  private static @Nullable String text(Bytes value) {
    if (!value.isWhole() || value.byteCount() == 0) {
      return null;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(value.toByteArray()))
              .toString();
      return text.codePoints().allMatch(QuotedText::isPrintable) ? text : null;
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
