package dev.enit.core.check.syntax;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The message of the first syntax error in a text that is not in a file, such as an argument. */
public final class FirstSyntaxDiagnostic {
  private FirstSyntaxDiagnostic() {}

  /** Returns the message of the diagnostic, or empty for a text without an error. */
  public static Optional<String> of(TermFile terms) {
    Stream<SyntaxError> errors =
        Stream.concat(
            terms.errors().stream(),
            terms.forms().stream().flatMap(form -> form.tree().errors().stream()));
    return errors.findFirst().map(error -> words(terms, error));
  }

  private static String words(TermFile terms, SyntaxError error) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    SourceFile nowhere = SourceFile.open(Path.of("argument"), terms, 0);
    OtpIndex nothing = OtpIndex.scan(Optional.empty(), List.of());
    new SyntaxDiagnostic(error.kind()).check(nowhere, nothing, diagnostics::add);
    return diagnostics.getFirst().message();
  }
}
