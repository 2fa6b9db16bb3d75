package dev.enit.core.check.specification;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.ReleaseSpecification;
import java.util.Optional;

/**
 * The part that diagnostics of missing properties share: a misspelt property may be the missing
 * one.
 */
final class MissingProperty {
  private MissingProperty() {}

  /** Returns the diagnostic at the misspelt property, if there is one. */
  static Optional<Diagnostic> misspelt(
      ReleaseSpecification spec, DiagnosticCode code, String known) {
    return PropertyNames.misspelt(spec, known)
        .map(
            unknown ->
                Diagnostic.of(code, Specifications.place(spec, unknown.key()), unknown.key().name())
                    .variant("misspelt")
                    .fix("rename", true, Specifications.place(spec, unknown.key()), known, known));
  }
}
