package dev.enit.core.check.syntax;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.NewerSyntax;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Span;
import java.util.function.Consumer;

/**
 * Reports syntax that older OTP releases read and the target OTP refuses; silent if its release is
 * unknown.
 */
public final class RemovedSyntax implements Check.OfFile {
  @Override
  public void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report) {
    OtpSyntax syntax = file.terms().syntax();
    for (Form form : file.terms().forms()) {
      for (NewerSyntax removed : form.tree().newer()) {
        if (removed.feature().isRemoved() && !syntax.accepts(removed.feature())) {
          report.accept(diagnostic(file, form.absolute(removed.span()), removed, syntax));
        }
      }
    }
  }

  private static Diagnostic diagnostic(
      SourceFile file, Span span, NewerSyntax removed, OtpSyntax syntax) {
    Place place = new Place(file.path(), span);
    String found = span.in(file.text());
    int first = removed.feature().until() + 1;
    if (removed.feature() == NewerSyntax.Feature.ADJACENT_STRINGS) {
      Place between = new Place(file.path(), Span.at(span.start() + 1));
      return Diagnostic.of(DiagnosticCode.REMOVED_SYNTAX, place, first, syntax.release())
          .variant("adjacent_strings")
          .fix("space", true, between, " ");
    }
    String escape = "\\x%02X".formatted(found.codePointAt(2) & 0x1F);
    return Diagnostic.of(
            DiagnosticCode.REMOVED_SYNTAX, place, first, syntax.release(), found, escape)
        .variant("control_escape")
        .fix("escape", true, place, escape, escape);
  }
}
