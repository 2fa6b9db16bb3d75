package dev.enit.core.check.syntax;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.NewerSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermPath;
import dev.enit.grammar.term.TermPrinter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports syntax that the target OTP is too old for; silent if its release is unknown. */
public final class NewerThanTarget implements Check.OfFile {
  private static final int BRIEF = 40;

  @Override
  public void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report) {
    int release = file.terms().syntax().release();
    if (release == 0) {
      return;
    }
    for (Form form : file.terms().forms()) {
      for (NewerSyntax newer : form.tree().newer()) {
        if (newer.feature().since() > release) {
          Place place = new Place(file.path(), form.absolute(newer.span()));
          Diagnostic diagnostic = diagnostic(newer.feature(), place, release);
          report.accept(
              plain(form, newer.span())
                  .map(text -> diagnostic.fix("plain", true, place, text, brief(text)))
                  .orElse(diagnostic));
        }
      }
    }
  }

  /** Returns the same value in syntax that every OTP reads. */
  private static Optional<String> plain(Form form, Span span) {
    return TermPath.to(form.tree(), span.start()).terms().stream()
        .filter(term -> term.span().equals(span))
        .findFirst()
        .map(TermPrinter::print);
  }

  private static String brief(String text) {
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…";
  }

  private static Diagnostic diagnostic(NewerSyntax.Feature feature, Place place, int release) {
    return Diagnostic.of(DiagnosticCode.NEWER_SYNTAX, place, feature.since(), release)
        .variant(feature.name().toLowerCase(Locale.ROOT));
  }
}
