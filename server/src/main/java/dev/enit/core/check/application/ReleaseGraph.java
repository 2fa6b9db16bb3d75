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
 * The graph of the applications of a release with all that they need. It is empty if no OTP was
 * found, and lacks the names in a form with a syntax error, which are uncertain.
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

  /** Returns where the release lists an application, or the one that requires it. */
  Optional<Place> place(String name) {
    List<Edge> way = graph.wayTo(name);
    return Optional.ofNullable(listed.get(way.isEmpty() ? name : way.getFirst().from()));
  }

  /** Returns a path as names with arrows, or an empty text for an empty path. */
  static String words(List<Edge> way) {
    return way.isEmpty()
        ? ""
        : Stream.concat(Stream.of(way.getFirst().from()), way.stream().map(Edge::to))
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(" → "));
  }
}
