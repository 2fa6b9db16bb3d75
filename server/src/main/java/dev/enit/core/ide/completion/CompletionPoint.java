package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.completion.Completions.CompletionCandidates;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of a completion. What is being written is broken nearly always, so a word is put at the
 * cursor and the text read with it: the mending of the parser then says what the word would be
 * there, in the same terms that every other feature goes by. Only the form at the cursor is read.
 *
 * @param file the text as it is
 * @param probe the text with the word in it
 * @param form that of the word
 * @param path the terms around the word, outermost first, the word itself last
 * @param place what the word is, in offsets of the probe
 * @param filler where in the probe the word was put
 * @param insert as in {@link CompletionCandidates}
 * @param replace as in {@link CompletionCandidates}
 */
record CompletionPoint(
    SourceFile file,
    TermFile probe,
    Form form,
    List<Term> path,
    CursorPlace place,
    int filler,
    Quote quote,
    Span insert,
    Span replace) {
  /** It makes no reserved word of whatever it is put beside. */
  private static final String FILLER = "zz";

  /** What the word at the cursor stands in. */
  enum Quote {
    NONE,
    /** A quoted atom with both its quotes. */
    ATOM,
    /** A quoted atom that is not closed. */
    OPEN_ATOM,
    STRING,
    OPEN_STRING;

    boolean isString() {
      return this == STRING || this == OPEN_STRING;
    }

    boolean isAtom() {
      return this == ATOM || this == OPEN_ATOM;
    }

    /** Returns whether the text behind the word can be written with it. */
    boolean isOpen() {
      return this == NONE || this == OPEN_ATOM || this == OPEN_STRING;
    }
  }

  /** The point at an offset of a file; nothing in comments, numbers and outside of the text. */
  static Optional<CompletionPoint> at(SourceFile file, int offset) {
    String text = file.text();
    if (offset < 0 || offset > text.length() || text.length() >= TermParser.LONGEST_TEXT) {
      return Optional.empty();
    }
    int at = fillerPlace(text, offset);
    String probed =
        new StringBuilder(text.length() + FILLER.length())
            .append(text, 0, at)
            .append(FILLER)
            .append(text, at, text.length())
            .toString();
    TermFile probe = TermParser.reparse(file.terms(), Span.at(at), probed);
    return probe
        .formAt(at + 1)
        .flatMap(form -> in(file, probe, form, at, offset))
        .filter(point -> !point.isGlued());
  }

  /** Returns whether another term begins directly behind the word: nothing fits in between. */
  private boolean isGlued() {
    int end = replace.end();
    return quote == Quote.NONE
        && end < file.text().length()
        && "{[(<#\"'$~".indexOf(file.text().charAt(end)) >= 0;
  }

  /** At the cursor, but before the first letter of a word that would be a variable. */
  private static int fillerPlace(String text, int offset) {
    int start = offset;
    while (start > 0 && isName(text.charAt(start - 1))) {
      start--;
    }
    boolean variable =
        start < offset && (Character.isUpperCase(text.charAt(start)) || text.charAt(start) == '_');
    return variable ? start : offset;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@';
  }

  private static Optional<CompletionPoint> in(
      SourceFile file, TermFile probe, Form form, int at, int offset) {
    List<Term> path = TermPath.to(form.tree(), form.relative(at + 1)).terms();
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Span word = form.absolute(path.getLast());
    Quote quote = quote(path.getLast(), word, probe.text(), at);
    if (quote == null || !word.contains(new Span(at, at + FILLER.length()))) {
      return Optional.empty();
    }
    int start = word.start() + (quote == Quote.NONE ? 0 : 1);
    int end =
        switch (quote) {
          case NONE -> word.end();
          case ATOM, STRING -> word.end() - 1;
          // Where nothing ends it, what follows may be anything.
          case OPEN_ATOM, OPEN_STRING -> offset + FILLER.length();
        };
    return Optional.of(
        new CompletionPoint(
            file,
            probe,
            form,
            path,
            CursorPlaces.at(probe, file.path(), at + 1),
            at,
            quote,
            new Span(start, offset),
            new Span(start, end - FILLER.length())));
  }

  /** What a term is as a word; {@code null} for one that is none. */
  private static @Nullable Quote quote(Term term, Span span, String text, int at) {
    char first = text.charAt(span.start());
    boolean closed = span.end() - 1 >= at + FILLER.length() && text.charAt(span.end() - 1) == first;
    return switch (term) {
      case Term.Atom _ when isName(first) -> Quote.NONE;
      case Term.Atom _ when first == '\'' && isSimple(span, text, closed) ->
          closed ? Quote.ATOM : Quote.OPEN_ATOM;
      case Term.Str _ when first == '"' && isSimple(span, text, closed) ->
          closed ? Quote.STRING : Quote.OPEN_STRING;
      default -> null;
    };
  }

  /** Returns whether something in quotes is one literal on one line, without an escape. */
  private static boolean isSimple(Span span, String text, boolean closed) {
    int end = span.end() - (closed ? 1 : 0);
    return text.substring(span.start() + 1, end).chars().noneMatch(c -> "\"'\\\n".indexOf(c) >= 0);
  }

  /** What the user has typed of the word. */
  String typed() {
    return insert.in(file.text());
  }

  Term word() {
    return path.getLast();
  }

  /** The n-th term around the word, from 1; nothing where the form has no more. */
  Optional<Term> around(int n) {
    return n < path.size() ? Optional.of(path.get(path.size() - 1 - n)) : Optional.empty();
  }

  /** An offset of the probe in the text as it is. */
  int real(int probed) {
    return probed <= filler ? probed : Math.max(filler, probed - FILLER.length());
  }
}
