package dev.enit.core.check.application;

import dev.enit.core.check.CheckContext;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The applications of a release with everything they need, as far as it can be known: nothing where
 * no OTP was found, and without the names in a form with a syntax mistake, which may be anything.
 *
 * @param listed the place of each application that the release or an extension lists
 */
record ReleaseGraph(AppGraph graph, Map<String, Place> listed) {

  static ReleaseGraph of(Release release, CheckContext context) {
    Map<String, Place> listed = new LinkedHashMap<>();
    if (release.otp().install().isPresent()) {
      for (AppReference app : release.applications()) {
        if (isIntact(app.place(), context)) {
          listed.put(app.name(), app.place());
        }
      }
    }
    return new ReleaseGraph(AppGraph.of(listed.keySet(), release.otp()::appFile), listed);
  }

  private static boolean isIntact(Place place, CheckContext context) {
    return context
        .file(place.path())
        .map(SourceFile::terms)
        .flatMap(terms -> terms.formAt(place.span().start()))
        .filter(Form::hasIntactTerm)
        .isPresent();
  }

  /** Where the release lists an application, or the one that brings it in. */
  Optional<Place> place(String name) {
    List<Edge> way = graph.wayTo(name);
    return Optional.ofNullable(listed.get(way.isEmpty() ? name : way.getFirst().from()));
  }

  /** A way in names with arrows; empty for none. */
  static String words(List<Edge> way) {
    return way.isEmpty()
        ? ""
        : Stream.concat(Stream.of(way.getFirst().from()), way.stream().map(Edge::to))
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(" → "));
  }
}
