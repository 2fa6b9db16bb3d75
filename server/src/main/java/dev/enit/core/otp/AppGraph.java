package dev.enit.core.otp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The dependency graph of some applications: all that they depend on and include, directly or
 * through others. Made in one pass over the specifications; cycles and missing applications are
 * part of the picture, not errors.
 */
public final class AppGraph {
  /** Why an application needs another one. */
  public enum Kind {
    /** It must run before: {@code applications}. */
    DEPENDS,
    /** It is a part, started from within: {@code included_applications}. */
    INCLUDES
  }

  /** One application needs another one. */
  public record Edge(String from, Kind kind, String to) {}

  /**
   * An application of the graph.
   *
   * @param file what its specification says; empty where it has none that can be read
   * @param needs in the order of the specification, without optional ones that are absent
   * @param foundBy the first edge that led here; empty for one of those that were asked for
   */
  public record Node(
      String name, Optional<AppFile> file, List<Edge> needs, Optional<Edge> foundBy) {
    public Node {
      needs = List.copyOf(needs);
    }
  }

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, List<String>> includers = new LinkedHashMap<>();
  private final Map<String, List<String>> dependents = new LinkedHashMap<>();

  private AppGraph() {}

  /**
   * The graph of some applications.
   *
   * @param specification of an application by its name; empty where there is none
   */
  public static AppGraph of(
      Collection<String> applications, Function<String, Optional<AppFile>> specification) {
    AppGraph graph = new AppGraph();
    Map<String, Optional<Edge>> found = new LinkedHashMap<>();
    applications.forEach(name -> found.putIfAbsent(name, Optional.empty()));
    // Breadth first: what leads to an application is then the shortest way to it.
    Deque<String> waiting = new ArrayDeque<>(found.keySet());
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      Node node = node(name, found.getOrDefault(name, Optional.empty()), specification);
      graph.add(node);
      for (Edge edge : node.needs()) {
        if (found.putIfAbsent(edge.to(), Optional.of(edge)) == null) {
          waiting.add(edge.to());
        }
      }
    }
    return graph;
  }

  private static Node node(
      String name, Optional<Edge> foundBy, Function<String, Optional<AppFile>> specification) {
    Optional<AppFile> file = specification.apply(name);
    List<Edge> needs = new ArrayList<>();
    file.ifPresent(
        app -> {
          Set<String> optional = new HashSet<>(app.optional());
          for (String needed : app.applications()) {
            if (!optional.contains(needed) || specification.apply(needed).isPresent()) {
              needs.add(new Edge(name, Kind.DEPENDS, needed));
            }
          }
          app.included().forEach(part -> needs.add(new Edge(name, Kind.INCLUDES, part)));
        });
    return new Node(name, file, needs, foundBy);
  }

  private void add(Node node) {
    nodes.put(node.name(), node);
    for (Edge edge : node.needs()) {
      if (edge.kind() == Kind.INCLUDES) {
        List<String> including = includers.computeIfAbsent(edge.to(), _ -> new ArrayList<>(1));
        if (!including.contains(node.name())) {
          including.add(node.name());
        }
      } else {
        dependents.computeIfAbsent(edge.to(), _ -> new ArrayList<>(1)).add(node.name());
      }
    }
  }

  /** All applications: those that were asked for, then the others, the nearest ones first. */
  public Collection<Node> nodes() {
    return Collections.unmodifiableCollection(nodes.values());
  }

  public Optional<Node> node(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** The applications that have no specification that can be read. */
  public List<Node> unresolved() {
    return nodes.values().stream().filter(node -> node.file().isEmpty()).toList();
  }

  /** The applications that include one, usually none or one. */
  public List<String> includers(String name) {
    return Collections.unmodifiableList(includers.getOrDefault(name, List.of()));
  }

  /** The applications that others include. */
  public Set<String> included() {
    return Collections.unmodifiableSet(includers.keySet());
  }

  /**
   * Returns whether an application that is started itself depends on this one, which then is
   * started itself as well, part of another or not. OTP does not look at the dependencies of other
   * parts.
   */
  public boolean isAwaited(String name) {
    Set<String> seen = new HashSet<>(Set.of(name));
    Deque<String> waiting = new ArrayDeque<>(List.of(name));
    while (!waiting.isEmpty()) {
      for (String dependent : dependents.getOrDefault(waiting.remove(), List.of())) {
        if (includers(dependent).isEmpty()) {
          return true;
        }
        if (seen.add(dependent)) {
          waiting.add(dependent);
        }
      }
    }
    return false;
  }

  /** The shortest way to an application from one that was asked for; empty for such a one. */
  public List<Edge> wayTo(String name) {
    List<Edge> way = new ArrayList<>();
    Optional<Edge> edge = foundBy(name);
    while (edge.isPresent()) {
      way.addFirst(edge.get());
      edge = foundBy(edge.get().from());
    }
    return way;
  }

  private Optional<Edge> foundBy(String name) {
    return node(name).flatMap(Node::foundBy);
  }

  /**
   * Cycles, one for each group of applications that need each other: the edges of a shortest way
   * from an application back to itself.
   */
  public List<List<Edge>> cycles() {
    return new AppCycles(this).all();
  }
}
