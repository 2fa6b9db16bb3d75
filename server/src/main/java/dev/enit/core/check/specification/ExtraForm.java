package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.FormRemoval;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.util.function.Consumer;

/** Reports a further term in {@code release.enit}, which consists of one. */
public final class ExtraForm implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    release
        .specification()
        .filter(spec -> spec.tuple() != null)
        .ifPresent(spec -> check(spec, report));
  }

  private static void check(ReleaseSpecification spec, Consumer<Diagnostic> report) {
    for (Form form : spec.file().terms().forms()) {
      Term term = form.term();
      if (!form.equals(spec.form()) && form.isIntact() && term != null) {
        report.accept(diagnostic(spec, form, term));
      }
    }
  }

  private static Diagnostic diagnostic(ReleaseSpecification spec, Form form, Term term) {
    Term head = Specifications.head(term);
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.EXTRA_FORM, Specifications.place(spec, form, head))
            .fix(FormRemoval.of(spec.file(), form));
    if (head instanceof Term.Atom(var _, String tag) && term instanceof Term.Tuple) {
      return tag.equals("release") ? diagnostic.variant("release") : diagnostic.variant("section");
    }
    return diagnostic;
  }
}
