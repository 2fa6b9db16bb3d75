package dev.enit.core.check.syntax;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports a file of another program: XML, a script, the arguments of an emulator, settings with an
 * equals sign. There is one diagnostic for the file, since each of its lines would be a syntax
 * error.
 */
public final class ForeignText implements Check.OfFile {
  private static final Pattern START =
      Pattern.compile(
          "\\uFEFF?(?:\\s*#[^\\n]*\\n)*\\s*(<[?!]?[a-zA-Z][\\w:-]*|#!\\S*|[-+][a-zA-Z]\\w*(?=\\s)|[\\w.-]+\\s*=(?![>:=]))");

  /** Returns whether a text begins as no Erlang term does, and has none. */
  static boolean isForeign(SourceFile file) {
    return start(file.text()).lookingAt()
        && file.terms().forms().stream().noneMatch(ForeignText::isTuple);
  }

  private static Matcher start(String text) {
    return START.matcher(text);
  }

  private static boolean isTuple(Form form) {
    return form.isIntact() && form.term() instanceof Term.Tuple;
  }

  @Override
  public void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report) {
    Matcher start = start(file.text());
    if (start.lookingAt() && isForeign(file)) {
      Span span = new Span(start.start(1), start.end(1));
      String found = SyntaxWording.brief(start.group(1));
      report.accept(
          Diagnostic.of(DiagnosticCode.FOREIGN_TEXT, new Place(file.path(), span), found));
    }
  }
}
