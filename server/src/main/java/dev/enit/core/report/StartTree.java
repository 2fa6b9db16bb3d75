package dev.enit.core.report;

import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.StartOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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
  /** The reason why an application is in the tree. */
  public enum Reason {
    LISTED,
    EXTENSION,
    NEEDED,
    /** Needed as an optional application. */
    OPTIONAL,
    PART
  }

  /**
   * A line of the tree.
   *
   * @param branches the lines that join it with others; below 40 levels the number of its level
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

  /** The deepest level with branches; deeper ones are numbers, so that lines do not grow. */
  private static final int DEEPEST = 40;

  private static final String TEE = "├─ ";
  private static final String CORNER = "└─ ";
  private static final String LINE = "│  ";
  private static final String GAP = "   ";

  private final AppGraph graph;
  private final Map<String, Integer> order = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final List<Row> rows = new ArrayList<>();

  /** An application still to be shown. */
  record Entry(String name, Reason reason) {}

  private StartTree(AppGraph graph, StartOrder start) {
    this.graph = graph;
    for (String name : start.start()) {
      order.put(name, order.size() + 1);
    }
  }

  /** Returns the lines of a release. */
  public static List<Row> of(Release release) {
    List<Entry> listed = new ArrayList<>();
    for (AppReference app : release.applications()) {
      boolean isOwn = app.place().path().equals(release.key().specification());
      listed.add(new Entry(app.name(), isOwn ? Reason.LISTED : Reason.EXTENSION));
    }
    return of(StartOrder.graph(release), listed);
  }

  /** Returns the lines of a graph below the applications that are listed. */
  static List<Row> of(AppGraph graph, List<Entry> listed) {
    StartTree tree = new StartTree(graph, StartOrder.of(graph));
    tree.rows(listed);
    return tree.rows;
  }

  /**
   * The entries of one level that are still to be shown.
   *
   * @param level 0 for those that the release lists
   * @param indent the lines of the levels above
   */
  private record Level(int level, String indent, Iterator<Entry> entries) {
    static Level of(int level, String indent, List<Entry> entries) {
      return new Level(
          level,
          level <= DEEPEST ? indent : "[" + level + "] ",
          entries.stream().filter(entry -> !ALWAYS.contains(entry.name())).iterator());
    }
  }

  /** Walks with a stack on the heap: a chain may be longer than the stack of a thread. */
  private void rows(List<Entry> listed) {
    Deque<Level> open = new ArrayDeque<>(List.of(Level.of(0, "", listed)));
    while (!open.isEmpty()) {
      Level level = open.element();
      if (level.entries().hasNext()) {
        row(level, level.entries().next(), open);
      } else {
        open.remove();
      }
    }
  }

  private void row(Level level, Entry entry, Deque<Level> open) {
    boolean isLast = !level.entries().hasNext();
    String name = entry.name();
    List<Entry> needs = needs(name);
    boolean isRepeated = !shown.add(name) && !needs.isEmpty();
    Integer place = order.get(name);
    rows.add(
        new Row(
            level.indent() + (isLast ? CORNER : TEE),
            place == null ? OptionalInt.empty() : OptionalInt.of(place),
            name,
            graph.node(name).flatMap(AppGraph.Node::file).map(AppFile::version).orElse(""),
            entry.reason(),
            isRepeated));
    if (!isRepeated) {
      String indent = level.indent() + (isLast ? GAP : LINE);
      open.push(Level.of(level.level() + 1, indent, needs));
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
