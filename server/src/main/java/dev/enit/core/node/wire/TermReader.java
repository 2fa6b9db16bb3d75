package dev.enit.core.node.wire;

import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads terms in the external term format. */
final class TermReader {
  /** Deeper than any configuration, and no danger to the stack. */
  private static final int DEEPEST = 1000;

  private final ByteSource in;
  private final OpaqueReader opaque;
  private int depth;

  TermReader(byte[] bytes, int start, String home) {
    this.in = new ByteSource(bytes, start);
    this.opaque = new OpaqueReader(in, this, home);
  }

  /** A term behind its version. */
  Term versioned() throws MalformedTerm {
    if (in.read1() != ExternalTerm.VERSION) {
      throw new MalformedTerm("not led by the version");
    }
    return term();
  }

  /** Whether something follows. */
  boolean isAtEnd() {
    return in.remaining() == 0;
  }

  void end() throws MalformedTerm {
    if (!isAtEnd()) {
      throw new MalformedTerm("bytes behind the term");
    }
  }

  Term term() throws MalformedTerm {
    if (++depth > DEEPEST) {
      throw new MalformedTerm("nested too deeply");
    }
    int start = in.position();
    Term term = term(in.read1(), start);
    depth--;
    return term;
  }

  private Term term(int tag, int start) throws MalformedTerm {
    return switch (tag) {
      case Tag.SMALL_INTEGER -> Terms.integer(in.read1());
      case Tag.INTEGER -> Terms.integer(in.read4());
      case Tag.SMALL_BIG -> big(in.read1());
      case Tag.LARGE_BIG -> big(in.length());
      case Tag.NEW_FLOAT -> new Term.Float(Terms.NOWHERE, Double.longBitsToDouble(in.read8()));
      case Tag.ATOM, Tag.SMALL_ATOM, Tag.ATOM_UTF8, Tag.SMALL_ATOM_UTF8 ->
          Terms.atom(atomText(tag));
      case Tag.SMALL_TUPLE -> new Term.Tuple(Terms.NOWHERE, terms(in.read1()));
      case Tag.LARGE_TUPLE -> new Term.Tuple(Terms.NOWHERE, terms(in.length()));
      case Tag.NIL -> Terms.NIL;
      case Tag.STRING -> string(in.read(in.read2()));
      case Tag.LIST -> list(terms(in.length()));
      case Tag.BINARY -> Terms.bytes(in.read(in.length()));
      case Tag.BIT_BINARY -> bits();
      case Tag.MAP -> map(in.length());
      case Tag.EXPORT -> fun();
      default -> opaque.read(tag, start);
    };
  }

  /** The next term, which must be an atom. */
  String atom() throws MalformedTerm {
    return atomText(in.read1());
  }

  private String atomText(int tag) throws MalformedTerm {
    Charset charset =
        tag == Tag.ATOM || tag == Tag.SMALL_ATOM
            ? StandardCharsets.ISO_8859_1
            : StandardCharsets.UTF_8;
    return switch (tag) {
      case Tag.ATOM, Tag.ATOM_UTF8 -> new String(in.read(in.read2()), charset);
      case Tag.SMALL_ATOM, Tag.SMALL_ATOM_UTF8 -> new String(in.read(in.read1()), charset);
      default -> throw new MalformedTerm("no atom: " + tag);
    };
  }

  private List<Term> terms(int count) throws MalformedTerm {
    List<Term> terms = new ArrayList<>(Math.min(count, in.remaining()));
    for (int i = 0; i < count; i++) {
      terms.add(term());
    }
    return terms;
  }

  private Term big(int length) throws MalformedTerm {
    boolean isNegative = in.read1() != 0;
    byte[] magnitude = in.read(length);
    for (int i = 0, j = length - 1; i < j; i++, j--) {
      byte low = magnitude[i];
      magnitude[i] = magnitude[j];
      magnitude[j] = low;
    }
    return new Term.Int(Terms.NOWHERE, new BigInteger(isNegative ? -1 : 1, magnitude));
  }

  /** A short list of bytes, more often than not a text. */
  private static Term string(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.chars().allMatch(TermReader::isText)) {
      return new Term.Str(Terms.NOWHERE, text);
    }
    return Terms.list(text.chars().mapToObj(Terms::integer).toList());
  }

  private static boolean isText(int c) {
    return (c >= 0x20 && c < 0x7F) || c >= 0xA0 || (c >= '\t' && c <= '\r');
  }

  private Term list(List<Term> elements) throws MalformedTerm {
    Term tail = term();
    @Nullable Term improper = tail.equals(Terms.NIL) ? null : tail;
    return new Term.ListTerm(Terms.NOWHERE, elements, improper);
  }

  private Term bits() throws MalformedTerm {
    int length = in.length();
    int bitsOfLast = in.read1();
    byte[] bytes = in.read(length);
    if (length == 0 || bitsOfLast < 1 || bitsOfLast > 8) {
      throw new MalformedTerm("a bitstring of no bits");
    }
    bytes[length - 1] &= (byte) (0xFF << (8 - bitsOfLast));
    return new Term.Binary(Terms.NOWHERE, Bytes.ofBits(bytes, (length - 1) * 8L + bitsOfLast));
  }

  private Term map(int count) throws MalformedTerm {
    Term.Association[] entries = new Term.Association[Math.min(count, in.remaining())];
    for (int i = 0; i < count; i++) {
      if (i >= entries.length) {
        throw new MalformedTerm("a map cut short");
      }
      entries[i] = new Term.Association(term(), term());
    }
    return new Term.MapTerm(Terms.NOWHERE, Arrays.asList(entries));
  }

  private Term fun() throws MalformedTerm {
    String module = atom();
    String function = atom();
    if (!(term() instanceof Term.Int arity)) {
      throw new MalformedTerm("a function without arity");
    }
    return new Term.Fun(Terms.NOWHERE, module, function, arity.value().intValue());
  }
}
