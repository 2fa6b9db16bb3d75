package dev.enit.core.check.syntax;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Span;
import java.util.function.Consumer;

/** Reports that a document in an editor is so long that only its syntax is checked. */
public final class SyntaxOnly implements Check.OfFile {
  @Override
  public void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report) {
    if (file.isSyntaxOnly()) {
      report.accept(
          Diagnostic.of(
              DiagnosticCode.SYNTAX_ONLY,
              new Place(file.path(), Span.at(0)),
              file.text().length(),
              SourceFile.LONGEST_CHECKED));
    }
  }
}
