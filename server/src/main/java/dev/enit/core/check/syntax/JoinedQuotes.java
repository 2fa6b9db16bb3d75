package dev.enit.core.check.syntax;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.NewerSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports triple quotes that the target OTP reads as adjacent strings, and OTP 27 and later as one
 * string.
 */
public final class JoinedQuotes implements Check.OfFile {
  @Override
  public void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report) {
    for (Form form : file.terms().forms()) {
      for (NewerSyntax joined : form.tree().newer()) {
        if (joined.feature() == NewerSyntax.Feature.JOINED_QUOTES) {
          Span span = form.absolute(joined.span());
          Place place = new Place(file.path(), span);
          Diagnostic diagnostic =
              Diagnostic.of(DiagnosticCode.JOINED_QUOTES, place, file.terms().syntax().release());
          report.accept(
              tripleQuoted(span.in(file.text()))
                  .map(text -> diagnostic.fix("plain", false, place, text))
                  .orElse(diagnostic));
        }
      }
    }
  }

  /**
   * Returns the plain string with the value that a triple-quoted string has, or empty if the text
   * is none.
   */
  private static Optional<String> tripleQuoted(String text) {
    TermFile read = TermParser.parse(text + " .");
    return read.isIntact() && read.forms().size() == 1
        ? Optional.ofNullable(read.forms().getFirst().term()).map(TermPrinter::print)
        : Optional.empty();
  }
}
