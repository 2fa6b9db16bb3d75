package dev.enit.core.release;

import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.otp.AppGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * In which order a node loads and starts applications: what an application needs comes before it,
 * and otherwise they keep the order in which they are listed. Worked out in one walk over the
 * graph, whose stack is its own: neither a long chain nor a deep diamond is a problem.
 *
 * <p>An application that another one includes is started by that one, wherever it is listed. It is
 * started itself as well where another application depends on it, as {@code
 * application:ensure_all_started/1} does. What stands in the way of a start is said in {@code
 * obstacles}; the order is then as good as it can be.
 *
 * @param load every application of the node, {@code kernel} and {@code stdlib} among them
 * @param start those that are started, without these two, which run already
 */
public record StartOrder(List<String> load, List<String> start, List<StartObstacle> obstacles) {
  private static final List<String> RUNNING = List.of("kernel", "stdlib");

  public StartOrder {
    load = List.copyOf(load);
    start = List.copyOf(start);
    obstacles = List.copyOf(obstacles);
  }

  /** The order for a release and its extensions. */
  public static StartOrder of(Release release) {
    return of(graph(release));
  }

  /** What a release and its extensions list, with everything that they need. */
  public static AppGraph graph(Release release) {
    List<String> names = new ArrayList<>(release.applications().size() + RUNNING.size());
    release.applications().forEach(app -> names.add(app.name()));
    names.addAll(RUNNING);
    return AppGraph.of(names, release.otp()::appFile);
  }

  /** The order for the applications of a graph. */
  public static StartOrder of(AppGraph graph) {
    List<String> names = new ArrayList<>(RUNNING);
    graph.nodes().stream()
        .filter(node -> node.foundBy().isEmpty())
        .map(Node::name)
        .forEach(names::add);
    List<String> load = walk(names, name -> names(graph, name));
    List<String> wholes = names.stream().map(name -> whole(graph, name)).distinct().toList();
    List<String> start = new ArrayList<>(walk(wholes, name -> awaited(graph, name)));
    start.removeAll(RUNNING);
    return new StartOrder(load, start, StartObstacle.in(graph));
  }

  /** The application that is started to have one run: itself, or what it is a part of. */
  public static String whole(AppGraph graph, String name) {
    Set<String> seen = new HashSet<>();
    String at = name;
    Optional<String> includer = graph.includers(at).stream().findFirst();
    while (includer.isPresent() && seen.add(at)) {
      at = includer.get();
      includer = graph.includers(at).stream().findFirst();
    }
    return includer.isPresent() ? name : at;
  }

  private static List<String> names(AppGraph graph, String name) {
    return needs(graph, name).stream().map(Edge::to).toList();
  }

  private static List<Edge> needs(AppGraph graph, String name) {
    return graph.node(name).map(Node::needs).orElse(List.of());
  }

  /**
   * What must run before an application: what it depends on, and of the dependencies of its parts,
   * at which OTP does not look, what they are parts of.
   */
  private static List<String> awaited(AppGraph graph, String whole) {
    List<String> needed = new ArrayList<>();
    Set<String> parts = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(whole));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (parts.add(name)) {
        for (Edge edge : needs(graph, name)) {
          if (edge.kind() == Kind.INCLUDES) {
            open.add(edge.to());
          } else {
            needed.add(name.equals(whole) ? edge.to() : whole(graph, edge.to()));
          }
        }
      }
    }
    return needed;
  }

  private record Visit(String name, Iterator<String> needs) {}

  /** Names with everything before them that they need, each once. */
  private static List<String> walk(Collection<String> names, Function<String, List<String>> needs) {
    List<String> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Visit> path = new ArrayDeque<>();
    for (String name : names) {
      enter(name, needs, seen, path);
      while (!path.isEmpty()) {
        Visit visit = path.element();
        if (visit.needs().hasNext()) {
          enter(visit.needs().next(), needs, seen, path);
        } else {
          order.add(path.remove().name());
        }
      }
    }
    return order;
  }

  private static void enter(
      String name, Function<String, List<String>> needs, Set<String> seen, Deque<Visit> path) {
    if (seen.add(name)) {
      path.push(new Visit(name, needs.apply(name).iterator()));
    }
  }
}
