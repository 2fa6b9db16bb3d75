package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Term;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a name in {@code release.enit} that differs from that of the directory, which is the name
 * of the release.
 */
public final class NameDiffersFromDirectory implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release)
        .filter(spec -> !spec.releaseName().equals(Optional.of(release.name())))
        .ifPresent(spec -> report.accept(diagnostic(spec, release.name())));
  }

  private static Diagnostic diagnostic(ReleaseSpecification spec, String directory) {
    Term name = Objects.requireNonNull(spec.name());
    Place place = Specifications.place(spec, name);
    String atom = Specifications.atom(directory);
    Diagnostic diagnostic =
        name instanceof Term.Atom
            ? Diagnostic.of(
                DiagnosticCode.NAME_DIFFERS_FROM_DIRECTORY,
                place,
                Specifications.text(spec, name),
                directory)
            : Diagnostic.of(
                    DiagnosticCode.NAME_DIFFERS_FROM_DIRECTORY, place, TermWords.kind(name), atom)
                .variant("kind");
    return diagnostic.fix("rename", true, place, atom, atom);
  }
}
