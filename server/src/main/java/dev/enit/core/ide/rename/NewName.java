package dev.enit.core.ide.rename;

import dev.enit.core.ide.rename.RenameProvider.RenameResult;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A new name as the user types it into an editor's input field: an atom, with its quotes or without
 * even where it needs them. What looks like a slip is refused, unless it stands in quotes.
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
