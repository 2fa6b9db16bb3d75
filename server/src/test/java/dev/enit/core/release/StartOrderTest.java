package dev.enit.core.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.TextCase;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.WrittenApps;
import dev.enit.core.release.StartOrder.StartObstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests the start order of {@link WrittenApps}, and its errors. */
class StartOrderTest {
  @TestFactory
  Stream<DynamicTest> orders() {
    return TextCase.tests("core/start-order", StartOrderTest::answer);
  }

  @Test
  void aLongChainIsNoDiagnostic() {
    int length = 100_000;
    AppGraph graph =
        AppGraph.of(
            List.of("a0"),
            name -> {
              int next = Integer.parseInt(name.substring(1)) + 1;
              return Optional.of(app(name, next < length ? List.of("a" + next) : List.of()));
            });
    StartOrder order = StartOrder.of(graph);
    assertEquals(length, order.start().size());
    assertEquals("a" + (length - 1), order.start().getFirst());
    assertEquals("a0", order.start().getLast());
  }

  /** There are 2 to the power of 64 ways through these. */
  @Test
  void aDeepDiamondIsWalkedOnce() {
    Map<String, AppFile> apps = new HashMap<>();
    for (int i = 0; i < 64; i++) {
      List<String> next = i == 63 ? List.of() : List.of("l" + (i + 1), "r" + (i + 1));
      apps.put("l" + i, app("l" + i, next));
      apps.put("r" + i, app("r" + i, next));
    }
    AppGraph graph = AppGraph.of(List.of("l0"), name -> Optional.ofNullable(apps.get(name)));
    StartOrder order = StartOrder.of(graph);
    assertEquals(127, order.start().size());
    assertEquals(List.of("l63", "r63", "l62"), order.start().subList(0, 3));
  }

  private static AppFile app(String name, List<String> applications) {
    return WrittenApps.app(name, applications, List.of(), List.of());
  }

  private static String answer(TextCase test) {
    Map<String, AppFile> apps = WrittenApps.read("kernel:\nstdlib:\n" + test.input("applications"));
    List<String> names = new ArrayList<>(List.of(test.input("listed").strip().split(" +")));
    names.addAll(List.of("kernel", "stdlib"));
    StartOrder order =
        StartOrder.of(AppGraph.of(names, name -> Optional.ofNullable(apps.get(name))));
    List<String> lines = new ArrayList<>();
    lines.add("load:  " + String.join(" ", order.load()));
    lines.add("start: " + String.join(" ", order.start()));
    order.obstacles().forEach(obstacle -> lines.add(words(obstacle)));
    return TextCase.lines(lines);
  }

  private static String words(StartObstacle obstacle) {
    return switch (obstacle) {
      case StartObstacle.Missing(String name, List<Edge> way) ->
          "missing: " + name + (way.isEmpty() ? "" : " for " + way.getLast().from());
      case StartObstacle.Cycle(List<Edge> way) ->
          "cycle: " + String.join(" ", way.stream().map(Edge::from).toList());
      case StartObstacle.IncludedTwice(String part, List<String> wholes) ->
          "twice: " + part + " in " + String.join(" and ", wholes);
    };
  }
}
