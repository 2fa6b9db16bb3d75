package dev.enit.core.otp;

import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.otp.AppGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search for applications that need each other, by Tarjan's algorithm with an explicit stack: a
 * long chain of applications must not exhaust the thread's stack.
 */
final class AppCycles {
  private final AppGraph graph;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> isOpen = new HashSet<>();
  private final List<List<Edge>> cycles = new ArrayList<>();

  /** An application whose needs are being followed. */
  private record Visit(String name, Iterator<Edge> needs) {}

  AppCycles(AppGraph graph) {
    this.graph = graph;
  }

  List<List<Edge>> all() {
    for (Node node : graph.nodes()) {
      if (!index.containsKey(node.name())) {
        visit(node.name());
      }
    }
    return cycles;
  }

  private void visit(String start) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(enter(start));
    while (!path.isEmpty()) {
      Visit visit = path.element();
      if (visit.needs().hasNext()) {
        String next = visit.needs().next().to();
        if (!index.containsKey(next)) {
          path.push(enter(next));
        } else if (isOpen.contains(next)) {
          low.merge(visit.name(), index.getOrDefault(next, 0), Math::min);
        }
      } else {
        path.pop();
        leave(visit.name());
        if (!path.isEmpty()) {
          low.merge(path.element().name(), low.getOrDefault(visit.name(), 0), Math::min);
        }
      }
    }
  }

  private Visit enter(String name) {
    int number = index.size();
    index.put(name, number);
    low.put(name, number);
    open.push(name);
    isOpen.add(name);
    return new Visit(name, needs(name).iterator());
  }

  /** Closes the group of an application once it is complete. */
  private void leave(String name) {
    if (!index.getOrDefault(name, 0).equals(low.get(name))) {
      return;
    }
    Set<String> group = new LinkedHashSet<>();
    String member;
    do {
      member = open.pop();
      isOpen.remove(member);
      group.add(member);
    } while (!member.equals(name));
    if (group.size() > 1 || needs(name).stream().anyMatch(edge -> edge.to().equals(name))) {
      cycles.add(shortest(first(group), group));
    }
  }

  /** The member that is the nearest to what was asked for. */
  private String first(Set<String> group) {
    return graph.nodes().stream().map(Node::name).filter(group::contains).findFirst().orElseThrow();
  }

  private List<Edge> shortest(String start, Set<String> group) {
    Map<String, Edge> foundBy = new HashMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(start));
    while (!foundBy.containsKey(start)) {
      for (Edge edge : needs(waiting.remove())) {
        if (group.contains(edge.to()) && foundBy.putIfAbsent(edge.to(), edge) == null) {
          waiting.add(edge.to());
        }
      }
    }
    List<Edge> way = new ArrayList<>();
    @Nullable String at = start;
    do {
      Edge edge = foundBy.get(at);
      if (edge == null) {
        break;
      }
      way.addFirst(edge);
      at = edge.from();
    } while (!at.equals(start));
    return way;
  }

  /**
   * What an application waits for. A part that names the application it is a part of waits for
   * nothing: OTP does not look at the dependencies of parts that it does not start themselves.
   */
  private List<Edge> needs(String name) {
    List<Edge> needs = graph.node(name).map(Node::needs).orElse(List.of());
    if (graph.includers(name).isEmpty() || graph.isAwaited(name)) {
      return needs;
    }
    Set<String> wholes = wholes(name);
    return needs.stream()
        .filter(edge -> edge.kind() == Kind.INCLUDES || !wholes.contains(edge.to()))
        .toList();
  }

  /** What an application is a part of, directly or not. */
  private Set<String> wholes(String part) {
    Set<String> wholes = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(part));
    while (!waiting.isEmpty()) {
      for (String whole : graph.includers(waiting.remove())) {
        if (wholes.add(whole)) {
          waiting.add(whole);
        }
      }
    }
    return wholes;
  }
}
