package dev.enit.core.check.application;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.otp.AppGraph.Node;
import dev.enit.core.release.Release;
import java.util.List;
import java.util.function.Consumer;

/** Reports an application that others need and that is not installed. */
public final class DependencyNotInstalled implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    ReleaseGraph graph = ReleaseGraph.of(release, context);
    for (Node node : graph.graph().unresolved()) {
      List<Edge> way = graph.graph().wayTo(node.name());
      if (!way.isEmpty() && release.otp().find(node.name()).isEmpty()) {
        graph
            .place(node.name())
            .map(
                place ->
                    Diagnostic.of(
                        DiagnosticCode.DEPENDENCY_NOT_INSTALLED,
                        place,
                        node.name(),
                        way.getLast().from(),
                        ReleaseGraph.words(way),
                        UnknownApplication.searched(release.otp())))
            .map(diagnostic -> worded(diagnostic, way))
            .ifPresent(report);
      }
    }
  }

  private static Diagnostic worded(Diagnostic diagnostic, List<Edge> way) {
    boolean isPart = way.getLast().kind() == Kind.INCLUDES;
    if (way.size() == 1) {
      return isPart ? diagnostic.variant("included") : diagnostic;
    }
    return diagnostic.variant("through");
  }
}
