package dev.enit.core.node.wire;

import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes terms in the external term format. */
final class TermWriter {
  private static final int LONGEST_ATOM = 255;
  private static final int LONGEST_STRING = 0xFFFF;

  private final ByteSink out;

  private TermWriter(ByteSink out) {
    this.out = out;
  }

  static void write(Term term, ByteSink out) {
    new TermWriter(out).term(term);
  }

  private void term(Term term) {
    switch (term) {
      case Term.Atom a -> atom(a.name());
      case Term.Int i -> integer(i.value());
      case Term.Char c -> small(c.codePoint());
      case Term.Float f -> out.write1(Tag.NEW_FLOAT).write8(Double.doubleToLongBits(f.value()));
      case Term.Str s -> string(s.value());
      case Term.Binary b -> binary(b.value());
      case Term.Tuple t -> tuple(t.elements());
      case Term.ListTerm l -> list(l.elements(), l.tail());
      case Term.MapTerm m -> map(m.associations());
      case Term.Fun f -> fun(f);
      case Term.Opaque o -> out.write(o.external().toByteArray());
      case Term.Missing m -> throw new IllegalArgumentException("a term is missing");
    }
  }

  private void atom(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    if (name.codePointCount(0, name.length()) > LONGEST_ATOM) {
      throw new IllegalArgumentException("an atom of more than 255 characters");
    }
    if (text.length <= 0xFF) {
      out.write1(Tag.SMALL_ATOM_UTF8).write1(text.length).write(text);
    } else {
      out.write1(Tag.ATOM_UTF8).write2(text.length).write(text);
    }
  }

  private void integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      small(value.intValue());
    } else {
      big(value);
    }
  }

  private void small(int value) {
    if (value >= 0 && value <= 0xFF) {
      out.write1(Tag.SMALL_INTEGER).write1(value);
    } else {
      out.write1(Tag.INTEGER).write4(value);
    }
  }

  /** Sign and magnitude, the low end first. */
  private void big(BigInteger value) {
    BigInteger magnitude = value.abs();
    int length = (magnitude.bitLength() + 7) / 8;
    if (length <= 0xFF) {
      out.write1(Tag.SMALL_BIG).write1(length);
    } else {
      out.write1(Tag.LARGE_BIG).write4(length);
    }
    out.write1(value.signum() < 0 ? 1 : 0);
    byte[] bytes = magnitude.toByteArray();
    for (int i = 0; i < length; i++) {
      out.write1(bytes[bytes.length - 1 - i]);
    }
  }

  /** Short lists of bytes have a form of their own. */
  private void string(String text) {
    int[] points = text.codePoints().toArray();
    if (points.length == 0) {
      out.write1(Tag.NIL);
    } else if (points.length <= LONGEST_STRING && text.chars().allMatch(c -> c <= 0xFF)) {
      out.write1(Tag.STRING)
          .write2(points.length)
          .write(text.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      out.write1(Tag.LIST).write4(points.length);
      for (int point : points) {
        small(point);
      }
      out.write1(Tag.NIL);
    }
  }

  private void binary(Bytes value) {
    if (value.isWhole()) {
      out.write1(Tag.BINARY).write4(value.byteCount());
    } else {
      out.write1(Tag.BIT_BINARY).write4(value.byteCount()).write1((int) (value.bitSize() % 8));
    }
    out.write(value.toByteArray());
  }

  private void tuple(List<Term> elements) {
    if (elements.size() <= 0xFF) {
      out.write1(Tag.SMALL_TUPLE).write1(elements.size());
    } else {
      out.write1(Tag.LARGE_TUPLE).write4(elements.size());
    }
    elements.forEach(this::term);
  }

  private void list(List<Term> elements, @Nullable Term tail) {
    if (!elements.isEmpty()) {
      out.write1(Tag.LIST).write4(elements.size());
      elements.forEach(this::term);
    }
    if (tail == null) {
      out.write1(Tag.NIL);
    } else {
      term(tail);
    }
  }

  /** A node refuses a map that has a key twice: the last one counts. */
  private void map(List<Term.Association> associations) {
    Map<TermValue.Key, Term> entries = new LinkedHashMap<>();
    associations.forEach(entry -> entries.put(new TermValue.Key(entry.key()), entry.value()));
    out.write1(Tag.MAP).write4(entries.size());
    entries.forEach(
        (key, value) -> {
          term(key.term());
          term(value);
        });
  }

  private void fun(Term.Fun fun) {
    out.write1(Tag.EXPORT);
    atom(fun.module());
    atom(fun.function());
    small(fun.arity());
  }
}
