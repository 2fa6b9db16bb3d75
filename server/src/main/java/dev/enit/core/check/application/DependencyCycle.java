package dev.enit.core.check.application;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import java.util.List;
import java.util.function.Consumer;

/** Reports applications that depend on each other: none of them can be started first. */
public final class DependencyCycle implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    ReleaseGraph graph = ReleaseGraph.of(release, context);
    for (List<Edge> cycle : graph.graph().cycles()) {
      String first = cycle.getFirst().from();
      graph.place(first).map(place -> diagnostic(graph, place, cycle)).ifPresent(report);
    }
  }

  private static Diagnostic diagnostic(ReleaseGraph graph, Place place, List<Edge> cycle) {
    String first = cycle.getFirst().from();
    List<Edge> way = graph.graph().wayTo(first);
    String words = ReleaseGraph.words(cycle);
    if (way.isEmpty()) {
      return Diagnostic.of(DiagnosticCode.DEPENDENCY_CYCLE, place, first, words);
    }
    return Diagnostic.of(DiagnosticCode.DEPENDENCY_CYCLE, place, way.getFirst().from(), words)
        .variant("through");
  }
}
