package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.ElementRemoval;
import dev.enit.core.check.Fix;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports an application that is listed twice in one list. An extension may list one that the
 * release lists too: that keeps it independent of the release.
 */
public final class DuplicateApplication implements Check.OfRelease {
  /** A list of names and its form. */
  private record Names(SourceFile file, Form form, Term.ListTerm list) {
    Place place(Term term) {
      return new Place(file.path(), form.absolute(term));
    }
  }

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    release
        .specification()
        .flatMap(spec -> names(spec.file(), spec.form(), spec.value("applications").orElse(null)))
        .ifPresent(names -> check(names, report));
    for (ConfigLayer layer : release.layers()) {
      layer
          .extensions()
          .forEach(
              extension ->
                  names(layer.file(), extension.form(), extension.applications())
                      .ifPresent(names -> check(names, report)));
    }
  }

  private static Optional<Names> names(
      SourceFile file, @Nullable Form form, @Nullable Term applications) {
    return form != null && form.hasIntactTerm() && applications instanceof Term.ListTerm list
        ? Optional.of(new Names(file, form, list))
        : Optional.empty();
  }

  private static void check(Names names, Consumer<Diagnostic> report) {
    Map<String, Term> first = new HashMap<>();
    for (Term element : names.list().elements()) {
      if (element instanceof Term.Atom(var _, String name)) {
        Term earlier = first.putIfAbsent(name, element);
        if (earlier != null) {
          report.accept(diagnostic(names, element, earlier, name));
        }
      }
    }
  }

  private static Diagnostic diagnostic(Names names, Term element, Term first, String name) {
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.DUPLICATE_APPLICATION, names.place(element), name)
            .related(names.place(first), "first", name);
    return ElementRemoval.of(names.file(), names.form(), names.list(), element)
        .map(changes -> diagnostic.fix(new Fix("fix.remove", List.of(name), changes, true)))
        .orElse(diagnostic);
  }
}
