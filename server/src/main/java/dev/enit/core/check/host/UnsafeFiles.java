package dev.enit.core.check.host;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.layer.SpecificationPlaces;
import dev.enit.core.check.node.Deployed;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.release.Release;
import dev.enit.core.release.UnsafeFile;
import dev.enit.core.source.Place;
import dev.enit.core.text.ShellWord;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports {@link UnsafeFile}s of a release of this host. */
public final class UnsafeFiles implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    if (Deployed.isDeployed(release)) {
      UnsafeFile.of(release, context.host().writeAccess())
          .forEach(file -> report.accept(diagnostic(release, file)));
    }
  }

  private static Diagnostic diagnostic(Release release, UnsafeFile file) {
    Unsafe unsafe = file.unsafe();
    return Diagnostic.of(
            DiagnosticCode.UNSAFE_FILE,
            place(release, file),
            unsafe.path(),
            ShellWord.of(unsafe.path()),
            unsafe.owner(),
            unsafe.group())
        .variant(unsafe.reason().name().toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the start of a layer for that layer, and a place in the specification for any other
   * file.
   */
  private static Place place(Release release, UnsafeFile file) {
    Path path = file.unsafe().path();
    Optional<Place> reference =
        file.application()
            .flatMap(
                name ->
                    release.applications().stream()
                        .filter(application -> application.name().equals(name))
                        .map(application -> application.place())
                        .findFirst());
    return reference
        .or(() -> release.layer(path).map(UnsafeFiles::start))
        .orElseGet(
            () ->
                file.application().isPresent()
                    ? SpecificationPlaces.applications(release)
                    : SpecificationPlaces.name(release));
  }

  private static Place start(ConfigLayer layer) {
    Span span =
        layer.file().terms().forms().stream()
            .filter(form -> form.term() != null)
            .findFirst()
            .map(UnsafeFiles::start)
            .orElse(Span.at(0));
    return new Place(layer.path(), span);
  }

  private static Span start(Form form) {
    int start = form.absolute(java.util.Objects.requireNonNull(form.term())).start();
    return new Span(start, start + 1);
  }
}
