package dev.enit.core.check;

import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the name of an application out of the list of a release or an extension. */
public final class ListedName {
  /** A list of names in a file. */
  private record Names(SourceFile file, @Nullable Form form, @Nullable Term list) {}

  private ListedName() {}

  /** The fix {@code fix.remove}; nothing where the text around the name is not understood. */
  public static Optional<Fix> removal(Release release, Place place, String name) {
    return lists(release)
        .filter(names -> names.file().path().equals(place.path()))
        .flatMap(names -> removal(names, place).stream())
        .findFirst()
        .map(changes -> new Fix("fix.remove", List.of(name), changes, false));
  }

  private static Stream<Names> lists(Release release) {
    Stream<Names> own =
        release.specification().stream()
            .map(
                spec ->
                    new Names(spec.file(), spec.form(), spec.value("applications").orElse(null)));
    Stream<Names> extensions =
        release.layers().stream()
            .flatMap(
                layer ->
                    layer.extensions().stream()
                        .map(e -> new Names(layer.file(), e.form(), e.applications())));
    return Stream.concat(own, extensions);
  }

  private static Optional<List<Fix.Change>> removal(Names names, Place place) {
    Form form = names.form();
    if (form == null || !form.hasIntactTerm() || !(names.list() instanceof Term.ListTerm list)) {
      return Optional.empty();
    }
    return list.elements().stream()
        .filter(element -> form.absolute(element).equals(place.span()))
        .findFirst()
        .flatMap(element -> ElementRemoval.of(names.file(), form, list, element));
  }
}
