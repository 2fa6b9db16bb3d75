package dev.enit.core.check.application;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports an application that several others include: each of them would start it. */
public final class IncludedTwice implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    ReleaseGraph graph = ReleaseGraph.of(release, context);
    for (String part : graph.graph().included()) {
      List<String> wholes = graph.graph().includers(part);
      if (wholes.size() > 1) {
        // Report at the last one.
        graph
            .place(wholes.getLast())
            .map(place -> Diagnostic.of(DiagnosticCode.INCLUDED_TWICE, place, part, words(wholes)))
            .ifPresent(report);
      }
    }
  }

  private static String words(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
