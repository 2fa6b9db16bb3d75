package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Term;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reports a property that is set twice; the first one counts. */
public final class DuplicateProperty implements Check.OfRelease {
  private static final Set<String> KNOWN =
      Set.of(PropertyNames.VERSION, PropertyNames.APPLICATIONS);

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release).ifPresent(spec -> check(spec, report));
  }

  private static void check(ReleaseSpecification spec, Consumer<Diagnostic> report) {
    Map<String, Term> first = new HashMap<>();
    for (Term property : spec.propertyTerms()) {
      if (Specifications.head(property) instanceof Term.Atom key
          && property instanceof Term.Tuple
          && KNOWN.contains(key.name())) {
        Term earlier = first.putIfAbsent(key.name(), key);
        if (earlier != null) {
          Diagnostic diagnostic =
              Diagnostic.of(
                      DiagnosticCode.DUPLICATE_PROPERTY,
                      Specifications.place(spec, key),
                      key.name())
                  .related(Specifications.place(spec, earlier), "first");
          report.accept(Specifications.removable(diagnostic, spec, property, key.name()));
        }
      }
    }
  }
}
