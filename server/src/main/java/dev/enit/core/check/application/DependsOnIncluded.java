package dev.enit.core.check.application;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.ListedName;
import dev.enit.core.check.Severity;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.otp.AppGraph.Node;
import dev.enit.core.release.Release;
import java.util.function.Consumer;

/**
 * Reports a dependency on an application that another one includes: it is started itself, and once
 * more by the one that includes it.
 */
public final class DependsOnIncluded implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    ReleaseGraph graph = ReleaseGraph.of(release, context);
    for (Node node : graph.graph().nodes()) {
      // OTP ignores the dependencies of an included application.
      if (graph.graph().includers(node.name()).isEmpty()) {
        node.needs().stream()
            .filter(edge -> edge.kind() == Kind.DEPENDS)
            .forEach(edge -> dependency(graph, edge, report));
      }
    }
    ListedName lists = ListedName.in(release);
    graph.listed().keySet().forEach(name -> listed(lists, graph, name, report));
  }

  private static void dependency(ReleaseGraph graph, Edge edge, Consumer<Diagnostic> report) {
    whole(graph.graph(), edge.to())
        .flatMap(
            whole ->
                graph
                    .place(edge.from())
                    .map(
                        place ->
                            Diagnostic.of(
                                DiagnosticCode.DEPENDS_ON_INCLUDED,
                                place,
                                edge.from(),
                                edge.to(),
                                whole))
                    .map(p -> whole.equals(edge.from()) ? p.variant("itself") : p))
        .ifPresent(report);
  }

  /**
   * Reports an included application that the release lists: it starts with the including one
   * anyway.
   */
  private static void listed(
      ListedName lists, ReleaseGraph graph, String name, Consumer<Diagnostic> report) {
    whole(graph.graph(), name)
        .filter(_ -> !graph.graph().isAwaited(name))
        // Two that include each other have another diagnostic.
        .filter(whole -> !graph.graph().includers(whole).contains(name))
        .flatMap(
            whole ->
                graph
                    .place(name)
                    .map(
                        place ->
                            removable(
                                lists,
                                name,
                                Diagnostic.of(
                                        DiagnosticCode.DEPENDS_ON_INCLUDED, place, name, whole)
                                    .variant("listed")
                                    .as(Severity.INFORMATION))))
        .ifPresent(report);
  }

  private static Diagnostic removable(ListedName lists, String name, Diagnostic diagnostic) {
    return lists.removal(diagnostic.place(), name).map(diagnostic::fix).orElse(diagnostic);
  }

  private static java.util.Optional<String> whole(AppGraph graph, String part) {
    return graph.includers(part).stream().findFirst();
  }
}
