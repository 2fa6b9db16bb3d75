package dev.enit.core.release;

import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Why the applications of a release cannot be started. Each is a diagnostic as well, with a place
 * and more words.
 */
public sealed interface StartObstacle {

  /**
   * An application that is not installed, or whose specification cannot be read.
   *
   * @param way from one that is listed; empty where it is listed itself
   */
  record Missing(String application, List<Edge> way) implements StartObstacle {}

  /** Applications that wait for each other; the edges lead round. */
  record Cycle(List<Edge> way) implements StartObstacle {}

  /** A part of several applications: each of them would start it. */
  record IncludedTwice(String part, List<String> wholes) implements StartObstacle {}

  /** All of them. */
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
