package dev.enit.core.check.layer;

import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places in {@code release.enit} for diagnostics of a whole release. */
public final class SpecificationPlaces {
  private SpecificationPlaces() {}

  /** Returns the place of the release's name, or the start of the file. */
  public static Place name(Release release) {
    return place(release, release.specification().map(ReleaseSpecification::name));
  }

  /** Returns the place of the list of applications, or of the name. */
  public static Place applications(Release release) {
    Optional<Term> key =
        release
            .specification()
            .flatMap(specification -> specification.property("applications"))
            .map(property -> property.elements().getFirst());
    return key.isPresent() ? place(release, key) : name(release);
  }

  private static Place place(Release release, Optional<Term> term) {
    @Nullable Form form = release.specification().map(ReleaseSpecification::form).orElse(null);
    Span span = form != null && term.isPresent() ? form.absolute(term.get()) : Span.at(0);
    return new Place(release.key().specification(), span);
  }
}
