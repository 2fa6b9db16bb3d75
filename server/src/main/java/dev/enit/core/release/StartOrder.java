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
 * The order in which a node loads and starts applications: a topological order, which otherwise
 * keeps the order of the list. It is computed in one walk over the graph with an explicit stack, so
 * that neither a long chain nor a deep diamond is a problem.
 *
 * <p>An included application is started by the one that includes it, wherever it is listed. It is
 * also started itself if another application depends on it, as {@code
 * application:ensure_all_started/1} does. Reasons why the start would fail are in {@code
 * obstacles}; the order is then the best possible one.
 *
 * @param load every application of the node, {@code kernel} and {@code stdlib} among them
 * @param start the applications that are started, without these two, which already run
 */
public record StartOrder(List<String> load, List<String> start, List<StartObstacle> obstacles) {
  private static final List<String> RUNNING = List.of("kernel", "stdlib");

  public StartOrder {
    load = List.copyOf(load);
    start = List.copyOf(start);
    obstacles = List.copyOf(obstacles);
  }

  /** Returns the order for a release and its extensions. */
  public static StartOrder of(Release release) {
    return of(graph(release));
  }

  /**
   * Returns the graph of the applications that a release and its extensions list, with all that
   * they need.
   */
  public static AppGraph graph(Release release) {
    List<String> names = new ArrayList<>(release.applications().size() + RUNNING.size());
    release.applications().forEach(app -> names.add(app.name()));
    names.addAll(RUNNING);
    return AppGraph.of(names, release.otp()::appFile);
  }

  /** Returns the order for the applications of a graph. */
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

  /** Returns the application to start so that one runs: itself, or the one that includes it. */
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
   * Returns the applications that must run before one: its dependencies, and the including
   * applications of the dependencies of its parts, which OTP ignores.
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

  /** Returns names, each once and after everything that it needs. */
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

  /**
   * The reason why the applications of a release cannot be started. Each is also reported as a
   * diagnostic, with a place and a longer message.
   */
  public sealed interface StartObstacle {

    /**
     * An application that is not installed, or whose specification cannot be read.
     *
     * @param way the path from a listed application; empty if it is listed itself
     */
    record Missing(String application, List<Edge> way) implements StartObstacle {}

    /** A cycle of applications that depend on each other. */
    record Cycle(List<Edge> way) implements StartObstacle {}

    /** An application that several others include: each of them would start it. */
    record IncludedTwice(String part, List<String> wholes) implements StartObstacle {}

    /** Returns all obstacles in a graph. */
    static List<StartObstacle> in(AppGraph graph) {
      List<StartObstacle> obstacles = new ArrayList<>();
      for (Node node : graph.unresolved()) {
        obstacles.add(new Missing(node.name(), graph.wayTo(node.name())));
      }
      graph.cycles().forEach(way -> obstacles.add(new Cycle(way)));
      for (String part : graph.included()) {
        if (graph.includers(part).size() > 1) {
          obstacles.add(new IncludedTwice(part, graph.includers(part)));
        }
      }
      return obstacles;
    }
  }
}
