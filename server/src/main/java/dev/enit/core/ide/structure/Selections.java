package dev.enit.core.ide.structure;

import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The selection ranges around a cursor, from inner to outer: the inside of a quoted word, the word,
 * what is between brackets, the brackets with it, and so on up to the file.
 */
public final class Selections {
  private final TermFile file;
  private final int offset;
  private final List<Span> spans = new ArrayList<>();

  private Selections(TermFile file, int offset) {
    this.file = file;
    this.offset = offset;
  }

  /** The selections, each wider than the one before; the last is the whole text. */
  public static List<Span> at(TermFile file, int offset) {
    Selections selections = new Selections(file, offset);
    Optional<Form> form = file.formAt(offset);
    selections.token(form.map(Form::span).orElseGet(selections::gap));
    form.ifPresent(selections::terms);
    selections.add(new Span(0, file.text().length()));
    return List.copyOf(selections.spans);
  }

  /** The text between two forms: white space and comments. */
  private Span gap() {
    int start = 0;
    for (Form form : file.forms()) {
      if (form.start() > offset) {
        return new Span(start, form.start());
      }
      start = form.end();
    }
    return new Span(start, file.text().length());
  }

  private void token(Span around) {
    List<SourceTokens.Token> tokens = SourceTokens.of(around.in(file.text()));
    SourceTokens.Token touched = null;
    for (SourceTokens.Token token : tokens) {
      if (token.span().shift(around.start()).touches(offset)) {
        touched = token;
      }
    }
    if (touched != null) {
      Span span = touched.span().shift(around.start());
      switch (touched.kind()) {
        case COMMENT -> comment(span, tokens, tokens.indexOf(touched), around.start());
        case STRING, SIGIL, ATOM -> quoted(span);
        default -> {}
      }
    }
  }

  /** The comment, and with it those right above and below. */
  private void comment(Span span, List<SourceTokens.Token> tokens, int index, int shift) {
    add(span);
    int first = index;
    while (first > 0 && follow(tokens.get(first - 1), tokens.get(first), shift)) {
      first--;
    }
    int last = index;
    while (last + 1 < tokens.size() && follow(tokens.get(last), tokens.get(last + 1), shift)) {
      last++;
    }
    add(Span.between(tokens.get(first).span(), tokens.get(last).span()).shift(shift));
  }

  private boolean follow(SourceTokens.Token above, SourceTokens.Token below, int shift) {
    int line = file.lines().line(above.span().start() + shift);
    return above.kind() == SourceTokens.Kind.COMMENT
        && below.kind() == SourceTokens.Kind.COMMENT
        && file.lines().line(below.span().start() + shift) == line + 1;
  }

  private void quoted(Span span) {
    String text = span.in(file.text());
    char quote = text.charAt(text.length() - 1);
    int open = text.indexOf(quote);
    if ((quote == '"' || quote == '\'') && open < text.length() - 1) {
      add(new Span(span.start() + open + 1, span.end() - 1));
    }
    add(span);
  }

  private void terms(Form form) {
    List<Term> path = TermPath.to(form.tree(), form.relative(offset)).terms();
    for (int i = path.size() - 1; i >= 0; i--) {
      Term term = path.get(i);
      Span span = form.absolute(term);
      if (term instanceof Term.MapTerm map) {
        map.associations().forEach(entry -> association(form, entry));
      }
      inside(term, span);
      add(span);
    }
    add(form.span());
  }

  private void association(Form form, Term.Association entry) {
    add(form.absolute(Span.between(entry.key().span(), entry.value().span())));
  }

  /** What is between brackets, without the white space at its ends. */
  private void inside(Term term, Span span) {
    int open = term instanceof Term.MapTerm || term instanceof Term.Binary ? 2 : 1;
    int close = term instanceof Term.Binary ? 2 : 1;
    boolean brackets = !TermPath.children(term).isEmpty() || term instanceof Term.Binary;
    if (brackets && span.length() > open + close) {
      add(stripped(new Span(span.start() + open, span.end() - close)));
    }
  }

  private Span stripped(Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && file.text().charAt(start) <= ' ') {
      start++;
    }
    while (end > start && file.text().charAt(end - 1) <= ' ') {
      end--;
    }
    return new Span(start, end);
  }

  /** Only what holds the cursor and is wider than the last counts. */
  private void add(Span span) {
    boolean wider =
        spans.isEmpty() || (span.contains(spans.getLast()) && !span.equals(spans.getLast()));
    if (span.touches(offset) && wider) {
      spans.add(span);
    }
  }
}
