package dev.enit.core.report;

import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.release.StartOrder.StartObstacle;
import dev.enit.core.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The obstacles to the start of a release's applications, in a line each. */
public final class ObstacleWords {
  private ObstacleWords() {}

  public static String of(StartObstacle obstacle) {
    return switch (obstacle) {
      case StartObstacle.Missing(String name, List<Edge> way) ->
          way.isEmpty()
              ? Messages.text("graph.missing", name)
              : Messages.text("graph.missing.needed", name, words(way));
      case StartObstacle.Cycle(List<Edge> way) -> Messages.text("graph.cycle", words(way));
      case StartObstacle.IncludedTwice(String part, List<String> wholes) ->
          Messages.text("graph.twice", part, String.join("`, `", wholes));
    };
  }

  private static String words(List<Edge> way) {
    return Stream.concat(Stream.of(way.getFirst().from()), way.stream().map(Edge::to))
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(" → "));
  }
}
