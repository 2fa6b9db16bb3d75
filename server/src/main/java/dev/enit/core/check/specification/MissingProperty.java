package dev.enit.core.check.specification;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.ReleaseSpecification;
import java.util.Optional;

/** What diagnostics of missing properties share: there may be a misspelt one instead. */
final class MissingProperty {
  private MissingProperty() {}

  /** The diagnostic at the misspelt property, if there is one. */
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
