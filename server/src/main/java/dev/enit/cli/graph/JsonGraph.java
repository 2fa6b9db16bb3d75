package dev.enit.cli.graph;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.otp.AppGraph.Node;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.release.StartOrder;
import dev.enit.core.report.ObstacleWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The graph as JSON, with every application, also {@code kernel} and {@code stdlib}. */
final class JsonGraph {
  private record Document(
      String release,
      String version,
      String node,
      List<String> load,
      List<String> start,
      List<App> applications,
      List<String> obstacles) {}

  private record App(
      String name,
      String version,
      String file,
      boolean listed,
      List<String> depends,
      List<String> includes,
      List<String> optional) {}

  private JsonGraph() {}

  static void print(Release release, StartOrder order, CommandContext context) {
    Set<String> listed =
        release.applications().stream().map(AppReference::name).collect(Collectors.toSet());
    Document document =
        new Document(
            release.name(),
            release.specification().flatMap(ReleaseSpecification::version).orElse(""),
            release.node().nodename(),
            order.load(),
            order.start(),
            StartOrder.graph(release).nodes().stream()
                .map(node -> app(node, listed.contains(node.name()), context))
                .toList(),
            order.obstacles().stream().map(ObstacleWords::of).toList());
    JsonOutput.print(document, context.out());
  }

  private static App app(Node node, boolean isListed, CommandContext context) {
    return new App(
        node.name(),
        node.file().map(AppFile::version).orElse(""),
        node.file().map(file -> context.shown(file.path())).orElse(""),
        isListed,
        others(node, Kind.DEPENDS),
        others(node, Kind.INCLUDES),
        node.file().map(AppFile::optional).orElse(List.of()));
  }

  private static List<String> others(Node node, Kind kind) {
    return node.needs().stream().filter(edge -> edge.kind() == kind).map(Edge::to).toList();
  }
}
