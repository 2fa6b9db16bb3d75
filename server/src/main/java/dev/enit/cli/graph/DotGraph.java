package dev.enit.cli.graph;

import dev.enit.cli.terminal.Output;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.otp.AppGraph.Node;
import dev.enit.core.release.Release;
import dev.enit.core.release.StartOrder;
import java.util.Set;

/** The graph for Graphviz, without {@code kernel} and {@code stdlib}, which everything needs. */
final class DotGraph {
  private static final Set<String> ALWAYS = Set.of("kernel", "stdlib");

  private DotGraph() {}

  static void print(Release release, StartOrder order, Output out) {
    AppGraph graph = StartOrder.graph(release);
    out.line("digraph " + quoted(release.name()) + " {");
    out.line("  rankdir=LR;");
    out.line("  node [shape=box];");
    for (Node node : graph.nodes()) {
      if (!ALWAYS.contains(node.name())) {
        out.line(
            "  " + quoted(node.name()) + " [label=" + quoted(label(node, order)) + style(node));
      }
    }
    for (Node node : graph.nodes()) {
      node.needs().stream()
          .filter(edge -> !ALWAYS.contains(edge.from()) && !ALWAYS.contains(edge.to()))
          .forEach(edge -> out.line("  " + edge(node, edge)));
    }
    out.line("}");
  }

  private static String label(Node node, StartOrder order) {
    int place = order.start().indexOf(node.name()) + 1;
    String version = node.file().map(AppFile::version).orElse("");
    return (place > 0 ? place + ". " : "")
        + node.name()
        + (version.isEmpty() ? "" : "\n" + version);
  }

  /** Returns the end of the attributes; an application that is not installed has a dashed frame. */
  private static String style(Node node) {
    return node.file().isPresent() ? "];" : ", style=dashed];";
  }

  private static String edge(Node node, Edge edge) {
    boolean isOptional =
        node.file().filter(file -> file.optional().contains(edge.to())).isPresent();
    String attributes =
        edge.kind() == Kind.INCLUDES
            ? " [arrowhead=diamond, label=\"includes\"]"
            : isOptional ? " [style=dotted, label=\"optional\"]" : "";
    return quoted(edge.from()) + " -> " + quoted(edge.to()) + attributes + ";";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
