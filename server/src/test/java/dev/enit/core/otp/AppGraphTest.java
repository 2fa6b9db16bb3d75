package dev.enit.core.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.TextCase;
import dev.enit.core.otp.AppGraph.Edge;
import dev.enit.core.otp.AppGraph.Kind;
import dev.enit.core.otp.AppGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests graphs of {@link WrittenApps}. */
class AppGraphTest {
  @TestFactory
  Stream<DynamicTest> graphs() {
    return TextCase.tests("core/app-graph", AppGraphTest::answer);
  }

  @Test
  void aLongChainIsNoDiagnostic() {
    int length = 100_000;
    AppGraph graph =
        AppGraph.of(
            List.of("a0"),
            name -> {
              int number = Integer.parseInt(name.substring(1));
              return Optional.of(
                  app(name, number + 1 < length ? List.of("a" + (number + 1)) : List.of("a0")));
            });
    assertEquals(length, graph.nodes().size());
    assertEquals(length, graph.cycles().getFirst().size());
    assertEquals(length - 1, graph.wayTo("a" + (length - 1)).size());
  }

  /** Each level depends twice on the next: there are 2 to the power of 64 ways to the last one. */
  @Test
  void diamondsAreWalkedOnce() {
    Map<String, AppFile> apps = new HashMap<>();
    for (int i = 0; i < 64; i++) {
      List<String> next = List.of("l" + (i + 1), "r" + (i + 1));
      apps.put("l" + i, app("l" + i, next));
      apps.put("r" + i, app("r" + i, next));
    }
    AppGraph graph = AppGraph.of(List.of("l0"), name -> Optional.ofNullable(apps.get(name)));
    assertEquals(129, graph.nodes().size());
    assertEquals(List.of(), graph.cycles());
    assertEquals(List.of("l64", "r64"), graph.unresolved().stream().map(Node::name).toList());
  }

  @Test
  void aWideFanIsWalkedOnce() {
    List<String> all = IntStream.range(0, 500).mapToObj(i -> "a" + i).toList();
    AppGraph graph = AppGraph.of(List.of("top"), name -> Optional.of(app(name, all)));
    assertEquals(501, graph.nodes().size());
    assertEquals(1, graph.cycles().size());
  }

  private static String answer(TextCase test) {
    Map<String, AppFile> apps = WrittenApps.read(test.input("applications"));
    AppGraph graph =
        AppGraph.of(
            List.of(test.input("asked").strip().split(" +")),
            name -> Optional.ofNullable(apps.get(name)));
    List<String> lines = new ArrayList<>();
    graph.nodes().forEach(node -> lines.add(node(graph, node)));
    graph.cycles().forEach(cycle -> lines.add("cycle: " + words(cycle)));
    return TextCase.lines(lines);
  }

  private static AppFile app(String name, List<String> applications) {
    return WrittenApps.app(name, applications, List.of(), List.of());
  }

  private static String node(AppGraph graph, Node node) {
    StringBuilder line = new StringBuilder(node.name());
    if (node.file().isEmpty()) {
      line.append(" UNRESOLVED");
    }
    if (!graph.wayTo(node.name()).isEmpty()) {
      line.append(", by ").append(words(graph.wayTo(node.name())));
    }
    if (!graph.includers(node.name()).isEmpty()) {
      line.append(", part of ").append(String.join(" and ", graph.includers(node.name())));
    }
    return line.toString();
  }

  private static String words(List<Edge> way) {
    return way.getFirst().from()
        + way.stream()
            .map(edge -> (edge.kind() == Kind.INCLUDES ? " +> " : " -> ") + edge.to())
            .collect(Collectors.joining());
  }
}
