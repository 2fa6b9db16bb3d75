package dev.enit.core.ide.rename;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.reference.Occurrences;
import dev.enit.core.ide.reference.Occurrences.Subject;
import dev.enit.core.ide.rename.RenameProvider.RenameResult;
import dev.enit.core.release.Release;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rename of one name in all files of a release, or in a single file without a release. */
record NameRename(FileScope scope, Subject subject) {

  /**
   * Gives it another name, unless something has that already: two keys would become one.
   *
   * @param as the term that the name is now, to write it as the same kind of term
   */
  RenameResult become(Subject other, Term as, String name) {
    Optional<UnreadableFile> closed = scope.release().flatMap(NameRename::closed);
    if (closed.isPresent()) {
      return RenameResult.Refused.because("unreadable", closed.get().path(), closed.get().reason());
    }
    if (other.equals(subject)) {
      return new RenameResult.Done(List.of());
    }
    List<FileChange> changes = new ArrayList<>();
    for (SourceFile file : files()) {
      List<Span> taken = Occurrences.in(file, other);
      if (!taken.isEmpty()) {
        int line = file.terms().lines().line(taken.getFirst().start()) + 1;
        return RenameResult.Refused.because("taken", name, file.path() + ":" + line);
      }
      String text = NewName.written(as, name, isLatin1(file.text()));
      List<TextChange> edits =
          Occurrences.in(file, subject).stream().map(span -> new TextChange(span, text)).toList();
      if (!edits.isEmpty()) {
        changes.add(new FileChange.Edited(file.path(), edits));
      }
    }
    return new RenameResult.Done(changes);
  }

  /** A file that may hold the name and cannot be read. */
  static Optional<UnreadableFile> closed(Release release) {
    return release.unreadable().stream().findFirst();
  }

  private List<SourceFile> files() {
    Set<Path> paths = new LinkedHashSet<>();
    paths.add(scope.path());
    scope.release().map(Release::files).ifPresent(paths::addAll);
    return paths.stream().flatMap(path -> scope.workspace().file(path).stream()).toList();
  }

  /** Returns whether the text says that it is to be read as latin-1. */
  static boolean isLatin1(String text) {
    String head = text.substring(0, Math.min(text.length(), 400));
    return SourceDecoder.decode(head.getBytes(ISO_8859_1)).charset().equals(ISO_8859_1);
  }

  /**
   * A new name as the user types it into an editor's input field: an atom, with its quotes or
   * without even where it needs them. What looks like a slip is refused, unless it stands in
   * quotes.
   */
  sealed interface NewName {
    /** Erlang's limit, in characters. */
    int LONGEST = 255;

    Pattern WITHOUT_QUOTES = Pattern.compile("[\\p{L}\\p{N}_@][\\p{L}\\p{N}_@.:/+ -]*");

    /** A name. */
    record Valid(String name) implements NewName {}

    /** No name, and why. */
    record Invalid(RenameResult.Refused reason) implements NewName {}

    static NewName of(String typed) {
      String text = typed.strip();
      String name = text;
      if (text.startsWith("'") || text.startsWith("\"")) {
        List<Form> forms = TermParser.parse(text + " .").forms();
        Form form = forms.size() == 1 && forms.getFirst().isIntact() ? forms.getFirst() : null;
        switch (form == null ? null : form.term()) {
          case Term.Atom(var _, String atom) -> name = atom;
          case Term.Str(var _, String string) -> name = string;
          case null, default -> {
            return invalid("quotes", text);
          }
        }
      } else if (!text.isEmpty() && !WITHOUT_QUOTES.matcher(text).matches()) {
        return invalid("characters", text);
      }
      if (name.isEmpty()) {
        return invalid("empty");
      }
      int length = name.codePointCount(0, name.length());
      return length > LONGEST ? invalid("long", length, LONGEST) : new Valid(name);
    }

    private static Invalid invalid(String reason, Object... arguments) {
      return new Invalid(RenameResult.Refused.because(reason, arguments));
    }

    /** A name in the place of a term, as the same kind of term where that can be a name. */
    static String written(Term old, String name, boolean latin1) {
      Term term =
          switch (old) {
            case Term.Str _ -> new Term.Str(Span.at(0), name);
            default -> new Term.Atom(Span.at(0), name);
          };
      String text = TermPrinter.print(term);
      return latin1 ? escaped(text, term) : text;
    }

    /** What latin-1 does not have can be said in quotes all the same. */
    private static String escaped(String text, Term term) {
      if (text.chars().allMatch(c -> c < 0x100)) {
        return text;
      }
      String quoted = term instanceof Term.Atom && !text.startsWith("'") ? "'" + text + "'" : text;
      StringBuilder out = new StringBuilder();
      quoted
          .codePoints()
          .forEach(
              c -> {
                if (c < 0x100) {
                  out.appendCodePoint(c);
                } else {
                  out.append("\\x{").append(Integer.toHexString(c)).append('}');
                }
              });
      return out.toString();
    }
  }
}
