package dev.enit.grammar.parse;

import dev.enit.grammar.term.NewerSyntax.Feature;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The builder of the terms of one form, called by the parser's rules as they match. Elements of
 * tuples, lists and maps wait on a stack until their bracket closes.
 */
final class TermBuilder {
  private static final int LONGEST_ATOM = 255;
  private static final int LARGEST_ARITY = 255;

  private final String text;
  private final OtpSyntax syntax;
  private final LiteralReader literals;
  private final List<Term> waiting = new ArrayList<>();
  private TokenBuffer tokens = new TokenBuffer(0);
  private SyntaxErrorCollector diagnostics = new SyntaxErrorCollector(0);
  private int formStart;
  private SegmentWriter segments;

  TermBuilder(String text, OtpSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
    literals = new LiteralReader(text, syntax);
    segments = new SegmentWriter();
  }

  /** Begins a form. */
  void begin(TokenBuffer of, int start, SyntaxErrorCollector found) {
    tokens = of;
    formStart = start;
    diagnostics = found;
    waiting.clear();
    literals.begin(found);
  }

  /** Sets whether three quotes and more begin a triple-quoted string from now on. */
  void tripleQuotes(boolean are) {
    literals.tripleQuotes(are);
  }

  int mark() {
    return waiting.size();
  }

  void push(Term term) {
    waiting.add(term);
  }

  private Span span(int first, int behind) {
    return new Span(tokens.start(first) - formStart, tokens.end(behind - 1) - formStart);
  }

  private Span span(int token) {
    return span(token, token + 1);
  }

  Term missing(int token) {
    return new Term.Missing(span(token));
  }

  Term atom(int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    String name = isQuoted(start) ? literals.quoted(tokens, token) : text.substring(start, end);
    if (name.length() > LONGEST_ATOM && name.codePointCount(0, name.length()) > LONGEST_ATOM) {
      diagnostics.add(Kind.NOT_A_TERM, start, end, "long-atom");
    }
    return new Term.Atom(span(token), name);
  }

  private boolean isQuoted(int start) {
    return start < text.length()
        && (text.charAt(start) == '\'' || SmartQuotes.isMark(text.charAt(start)));
  }

  Term integer(int token) {
    BigInteger value = NumberParser.integer(text, tokens.start(token), tokens.end(token));
    return value == null ? badNumber(token) : new Term.Int(span(token), value);
  }

  Term real(int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    boolean based = text.substring(start, end).indexOf('#') >= 0;
    if (based) {
      diagnostics.newer(Feature.BASED_FLOAT, start, end);
    }
    double value = NumberParser.real(text, start, end);
    return Double.isFinite(value) ? new Term.Float(span(token), value) : badNumber(token);
  }

  private Term badNumber(int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    diagnostics.add(Kind.BAD_NUMBER, start, end, text.substring(start, Math.min(end, start + 60)));
    return missing(token);
  }

  Term character(int token) {
    int value = literals.character(tokens.start(token), tokens.end(token));
    return value < 0 ? missing(token) : new Term.Char(span(token), value);
  }

  /** Adjacent strings are one. */
  Term string(int first, int behind) {
    if (behind == first + 1) {
      return new Term.Str(span(first), literals.string(tokens, first));
    }
    StringBuilder joined = new StringBuilder();
    for (int token = first; token < behind; token++) {
      joined.append(literals.string(tokens, token));
    }
    adjacent(first, behind);
    return new Term.Str(span(first, behind), joined.toString());
  }

  /** Notes strings without white space between them. */
  private void adjacent(int first, int behind) {
    for (int token = first + 1; token < behind; token++) {
      int at = tokens.start(token);
      if (tokens.end(token - 1) == at) {
        boolean quotes = TripleQuotes.count(text, tokens.start(token - 1)) >= 3;
        if (quotes && !literals.tripleQuotes()) {
          diagnostics.newer(Feature.JOINED_QUOTES, tokens.start(first), tokens.end(behind - 1));
          return;
        }
        diagnostics.newer(Feature.ADJACENT_STRINGS, at - 1, at + 1);
      }
    }
  }

  Term sigil(int token) {
    Term made = literals.sigil(tokens, token, span(token));
    return made == null ? missing(token) : made;
  }

  private List<Term> since(int mark) {
    List<Term> last = waiting.subList(mark, waiting.size());
    List<Term> elements = List.of(last.toArray(new Term[0]));
    last.clear();
    return elements;
  }

  Term tuple(int mark, int first, int behind) {
    return new Term.Tuple(span(first, behind), since(mark));
  }

  Term list(int mark, @Nullable Term tail, int first, int behind) {
    return new Term.ListTerm(span(first, behind), since(mark), tail);
  }

  Term map(int mark, int first, int behind) {
    List<Term> last = waiting.subList(mark, waiting.size());
    List<Term.Association> pairs = new ArrayList<>(last.size() / 2);
    for (int i = 0; i + 1 < last.size(); i += 2) {
      pairs.add(new Term.Association(last.get(i), last.get(i + 1)));
    }
    last.clear();
    if (syntax.hasOneZero()) {
      TermValue.keepLastOfZeros(pairs);
    }
    return new Term.MapTerm(span(first, behind), pairs);
  }

  Term fun(int first) {
    BigInteger arity = NumberParser.integer(text, tokens.start(first + 5), tokens.end(first + 5));
    Span span = span(first, first + 6);
    if (arity == null || arity.bitLength() > 31 || arity.intValue() > LARGEST_ARITY) {
      badNumber(first + 5);
      return new Term.Missing(span);
    }
    String module = ((Term.Atom) atom(first + 1)).name();
    String function = ((Term.Atom) atom(first + 3)).name();
    return new Term.Fun(span, module, function, arity.intValue());
  }

  Term signed(int sign, Term number) {
    Span span = new Span(tokens.start(sign) - formStart, number.span().end());
    boolean minus = tokens.type(sign) == ErlangTermsParser.MINUS;
    return switch (number) {
      case Term.Int i -> new Term.Int(span, minus ? i.value().negate() : i.value());
      case Term.Float f -> new Term.Float(span, minus ? -f.value() : f.value());
      case Term.Char c when minus -> new Term.Int(span, BigInteger.valueOf(-c.codePoint()));
      case Term.Char c -> new Term.Char(span, c.codePoint());
      default -> new Term.Missing(span);
    };
  }

  /** Begins a binary; binaries within binaries follow each other on a stack. */
  void binary() {
    segments = new SegmentWriter(segments);
  }

  void segment(int first, Term value, @Nullable Term size, int types, int behind) {
    boolean missing = value instanceof Term.Missing || size instanceof Term.Missing;
    SegmentType type = missing ? null : SegmentType.read(text, tokens, types, behind, size != null);
    if (type == null || !segments.write(value, size, type)) {
      segments.spoil();
      if (!missing) {
        int start = tokens.start(first);
        int end = tokens.end(behind - 1);
        diagnostics.add(Kind.BAD_SEGMENT, start, end, text.substring(start, end));
      }
    }
  }

  Term bits(int mark, int first, int behind) {
    SegmentWriter done = segments;
    segments = done.outer();
    Span span = span(first, behind);
    return done.isSpoilt()
        ? new Term.Missing(span)
        : new Term.Binary(span, done.bytes(), done.isText());
  }
}
