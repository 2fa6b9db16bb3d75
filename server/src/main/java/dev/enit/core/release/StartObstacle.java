package dev.enit.core.release;

import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Node;
import java.util.ArrayList;
import java.util.List;

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
