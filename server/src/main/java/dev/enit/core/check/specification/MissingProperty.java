package dev.enit.core.check.specification;

import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Problem;
import dev.enit.core.release.ReleaseSpecification;
import java.util.Optional;

/** What findings of missing properties share: there may be a misspelt one instead. */
final class MissingProperty {
  private MissingProperty() {}

  /** The finding at the misspelt property, if there is one. */
  static Optional<Problem> misspelt(ReleaseSpecification spec, DiagnosticCode code, String known) {
    return PropertyNames.misspelt(spec, known)
        .map(
            unknown ->
                Problem.of(code, Specifications.place(spec, unknown.key()), unknown.key().name())
                    .variant("misspelt")
                    .fix("rename", true, Specifications.place(spec, unknown.key()), known, known));
  }
}
