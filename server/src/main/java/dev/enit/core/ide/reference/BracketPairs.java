package dev.enit.core.ide.reference;

import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPath;
import java.util.List;
import java.util.Optional;

/** Brackets that belong together, as the parser has them: a {@code "}"} or {@code $]} is none. */
final class BracketPairs {
  private final String text;
  private final Form form;

  private BracketPairs(String text, Form form) {
    this.text = text;
    this.form = form;
  }

  /**
   * The pair of which one touches the offset, the one behind it before the one in front of it;
   * nothing where there is none, or where one of the two is missing.
   */
  static List<Span> at(SourceFile file, int offset) {
    return file.terms()
        .formAt(offset)
        .flatMap(form -> new BracketPairs(file.text(), form).around(offset))
        .orElse(List.of());
  }

  private Optional<List<Span>> around(int offset) {
    List<Term> path = TermPath.to(form.tree(), form.relative(offset)).terms();
    return pair(path, offset, false).or(() -> pair(path, offset, true));
  }

  private Optional<List<Span>> pair(List<Term> path, int offset, boolean behind) {
    for (Term term : path.reversed()) {
      Optional<List<Span>> pair = pair(term);
      if (pair.isPresent()
          && pair.get().stream().anyMatch(s -> offset == (behind ? s.end() : s.start()))) {
        return pair;
      }
    }
    return Optional.empty();
  }

  private Optional<List<Span>> pair(Term term) {
    return switch (term) {
      case Term.Tuple _ -> pair(term, "{", "}");
      case Term.ListTerm _ -> pair(term, "[", "]");
      case Term.MapTerm _ -> pair(term, "#{", "}");
      case Term.Binary _ -> pair(term, "<<", ">>");
      default -> Optional.empty();
    };
  }

  private Optional<List<Span>> pair(Term term, String opener, String closer) {
    Span span = form.absolute(term);
    Span open = new Span(span.start(), span.start() + opener.length());
    Span close = new Span(Math.max(0, span.end() - closer.length()), span.end());
    return open.end() <= close.start()
            && text.startsWith(opener, open.start())
            && text.startsWith(closer, close.start())
        ? Optional.of(List.of(open, close))
        : Optional.empty();
  }
}
