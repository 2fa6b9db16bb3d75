package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.ListedName;
import dev.enit.core.config.NodeText;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Term;
import java.util.function.Consumer;

/** Reports the name of an application in double quotes. */
public final class StringAsApplication implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release)
        .ifPresent(spec -> check(spec, ListedName.in(release), report));
  }

  private static void check(
      ReleaseSpecification spec, ListedName lists, Consumer<Diagnostic> report) {
    if (spec.value(PropertyNames.APPLICATIONS).orElse(null) instanceof Term.ListTerm list) {
      for (Term element : list.elements()) {
        if (element instanceof Term.Str || element instanceof Term.Binary) {
          report.accept(diagnostic(spec, lists, element));
        }
      }
    }
  }

  private static Diagnostic diagnostic(ReleaseSpecification spec, ListedName lists, Term element) {
    Place place = Specifications.place(spec, element);
    String atom =
        NodeText.of(element).filter(name -> !name.isBlank()).map(Specifications::atom).orElse("");
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.STRING_AS_APPLICATION, place, TermWords.kind(element), atom);
    if (!atom.isEmpty()) {
      return diagnostic.fix("atom", true, place, atom, atom);
    }
    Diagnostic empty = diagnostic.variant("empty");
    return lists.removal(place, TermWords.kind(element)).map(empty::fix).orElse(empty);
  }
}
