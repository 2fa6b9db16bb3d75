package dev.enit.core.ide.reference;

import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.reference.Occurrences.Subject;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The document highlights at the cursor: the other places of a name, or the bracket at the other
 * end.
 */
public final class Highlights {
  private Highlights() {}

  /** The places to be marked, the cursor's own among them; none within a value. */
  public static List<Highlight> at(Workspace workspace, Path path, int offset) {
    return workspace.file(path).map(file -> at(workspace, file, offset)).orElse(List.of());
  }

  private static List<Highlight> at(Workspace workspace, SourceFile file, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, file.path(), offset);
    Optional<Subject> subject =
        place instanceof SettingValue ? Optional.empty() : Subject.of(place);
    return subject
        .map(named -> names(workspace, file, named))
        .orElseGet(() -> brackets(file, offset));
  }

  private static List<Highlight> brackets(SourceFile file, int offset) {
    return BracketPairs.at(file, offset).stream()
        .map(span -> new Highlight(span, Highlight.Kind.BRACKET))
        .toList();
  }

  private static List<Highlight> names(Workspace workspace, SourceFile file, Subject subject) {
    Optional<Span> winner =
        subject instanceof Subject.Key(String application, String key)
            ? FileScope.of(workspace, file)
                .config()
                .setting(application, key)
                .filter(setting -> setting.layer().path().equals(file.path()))
                .map(Setting::keySpan)
            : Optional.empty();
    return Occurrences.in(file, subject).stream()
        .map(span -> new Highlight(span, kind(span, winner)))
        .toList();
  }

  private static Highlight.Kind kind(Span span, Optional<Span> winner) {
    return winner.filter(span::equals).isPresent() ? Highlight.Kind.SETS : Highlight.Kind.NAMES;
  }

  /**
   * A place to be marked because of the cursor's.
   *
   * @param span in offsets of the file
   */
  public record Highlight(Span span, Kind kind) {

    /** What the place does to what it names. */
    public enum Kind {
      /** It names it. */
      NAMES,
      /** It gives it the value that is in force. */
      SETS,
      /** It is one of a pair of brackets. */
      BRACKET
    }
  }

  /** Brackets that belong together, as the parser has them: a {@code "}"} or {@code $]} is none. */
  private static final class BracketPairs {
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
}
