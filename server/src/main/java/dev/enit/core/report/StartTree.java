package dev.enit.core.report;

import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.StartOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The applications of a release with what they need below them, in the order in which they are
 * listed. What an application needs is shown where it first occurs. {@code kernel} and {@code
 * stdlib}, which everything needs, are left out.
 */
public final class StartTree {
  /** Why an application stands in the tree. */
  public enum Reason {
    LISTED,
    EXTENSION,
    NEEDED,
    /** Needed, and the one that needs it would do without. */
    OPTIONAL,
    PART
  }

  /**
   * A line of the tree.
   *
   * @param branches the lines that join it with others
   * @param order its place among those that are started, from 1; none for a part
   * @param version empty where it is not installed
   * @param isRepeated whether what it needs is shown above
   */
  public record Row(
      String branches,
      OptionalInt order,
      String name,
      String version,
      Reason reason,
      boolean isRepeated) {}

  private static final Set<String> ALWAYS = Set.of("kernel", "stdlib");
  private static final String TEE = "├─ ";
  private static final String CORNER = "└─ ";
  private static final String LINE = "│  ";
  private static final String GAP = "   ";

  private final AppGraph graph;
  private final Map<String, Integer> order = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final List<Row> rows = new ArrayList<>();

  /** An application that is to be shown. */
  private record Entry(String name, Reason reason) {}

  private StartTree(AppGraph graph, StartOrder start) {
    this.graph = graph;
    for (String name : start.start()) {
      order.put(name, order.size() + 1);
    }
  }

  /** The lines of a release. */
  public static List<Row> of(Release release) {
    AppGraph graph = StartOrder.graph(release);
    StartTree tree = new StartTree(graph, StartOrder.of(graph));
    List<Entry> listed = new ArrayList<>();
    for (AppReference app : release.applications()) {
      boolean isOwn = app.place().path().equals(release.key().specification());
      listed.add(new Entry(app.name(), isOwn ? Reason.LISTED : Reason.EXTENSION));
    }
    tree.rows("", listed);
    return tree.rows;
  }

  /** A chain may be long, but no deeper than a person would follow. */
  private void rows(String indent, List<Entry> entries) {
    List<Entry> kept = entries.stream().filter(entry -> !ALWAYS.contains(entry.name())).toList();
    for (int i = 0; i < kept.size(); i++) {
      boolean isLast = i == kept.size() - 1;
      row(indent, isLast, kept.get(i));
    }
  }

  private void row(String indent, boolean isLast, Entry entry) {
    String name = entry.name();
    List<Entry> needs = needs(name);
    boolean isRepeated = !shown.add(name) && !needs.isEmpty();
    Integer place = order.get(name);
    rows.add(
        new Row(
            indent + (isLast ? CORNER : TEE),
            place == null ? OptionalInt.empty() : OptionalInt.of(place),
            name,
            graph.node(name).flatMap(AppGraph.Node::file).map(AppFile::version).orElse(""),
            entry.reason(),
            isRepeated));
    if (!isRepeated) {
      rows(indent + (isLast ? GAP : LINE), needs);
    }
  }

  private List<Entry> needs(String name) {
    List<Entry> needs = new ArrayList<>();
    graph
        .node(name)
        .ifPresent(
            node ->
                node.needs().stream()
                    .filter(edge -> !ALWAYS.contains(edge.to()))
                    .forEach(edge -> needs.add(new Entry(edge.to(), reason(node, edge)))));
    return needs;
  }

  private static Reason reason(AppGraph.Node node, Edge edge) {
    if (edge.kind() == Kind.INCLUDES) {
      return Reason.PART;
    }
    boolean isOptional =
        node.file().filter(file -> file.optional().contains(edge.to())).isPresent();
    return isOptional ? Reason.OPTIONAL : Reason.NEEDED;
  }
}
