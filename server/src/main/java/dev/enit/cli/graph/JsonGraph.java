package dev.enit.cli.graph;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.otp.AppGraph.Node;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.release.StartOrder;
import dev.enit.core.report.ObstacleWords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** For programs: every application, also {@code kernel} and {@code stdlib}. */
final class JsonGraph {
  private JsonGraph() {}

  static void print(Release release, StartOrder order, CommandContext context) {
    IndentedJson json = new IndentedJson(context.out());
    AppGraph graph = StartOrder.graph(release);
    json.object()
        .field("release", release.name())
        .field("version", release.specification().flatMap(ReleaseSpecification::version).orElse(""))
        .field("node", release.node().nodename())
        .field("load", order.load())
        .field("start", order.start())
        .name("applications")
        .array();
    Set<String> listed = new HashSet<>();
    release.applications().forEach(app -> listed.add(app.name()));
    graph.nodes().forEach(node -> application(json, node, listed.contains(node.name()), context));
    json.end().field("obstacles", order.obstacles().stream().map(ObstacleWords::of).toList());
    json.end().finish();
  }

  private static void application(
      IndentedJson json, Node node, boolean isListed, CommandContext context) {
    json.object()
        .field("name", node.name())
        .field("version", node.file().map(AppFile::version).orElse(""))
        .field("file", node.file().map(file -> context.shown(file.path())).orElse(""))
        .field("listed", isListed)
        .field("depends", others(node, Kind.DEPENDS))
        .field("includes", others(node, Kind.INCLUDES))
        .field("optional", node.file().map(AppFile::optional).orElse(List.of()))
        .end();
  }

  private static List<String> others(Node node, Kind kind) {
    return node.needs().stream().filter(edge -> edge.kind() == kind).map(Edge::to).toList();
  }
}
