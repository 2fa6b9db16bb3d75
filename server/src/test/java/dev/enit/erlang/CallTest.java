package dev.enit.erlang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.Agent;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a program in one node calls a function in the node of a release. */
@Tag("node")
final class CallTest {
  /** Found by the name of its host, as a node finds another one. */
  private static final String EVERYWHERE = "{kernel, [{inet_dist_use_interface, {0,0,0,0}}]}. ";

  @TempDir static Path folder;
  private static EnitHost host;
  private static String calling;
  private static String called;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    calling = host.release("sasl", EVERYWHERE);
    called = host.release("sasl", EVERYWHERE + "{node, [{cookie, \"another\"}]}.");
    for (String release : new String[] {calling, called}) {
      Outcome started = host.run("start", release, "--log", host.logFile(release).toString());
      assertEquals(0, started.status(), started.toString());
    }
  }

  @AfterAll
  static void end() {
    host.close();
  }

  /** Returns what {@code enit:call} answers in the calling node, as the text of a term. */
  private static String call(String release, String options, String arguments) throws Exception {
    String text = "[%s, %s, %s].".formatted(release, options, arguments);
    Term all = TermParser.parse(text).forms().getFirst().term();
    try (Agent agent = host.agent(calling)) {
      Term request =
          WireTerms.tuple(
              WireTerms.atom("call"),
              WireTerms.atom("enit"),
              WireTerms.atom("call"),
              java.util.Objects.requireNonNull(all));
      Deadline soon = Deadline.in(Duration.ofSeconds(20));
      return NodeText.of(agent.request(request, soon)).orElseThrow();
    }
  }

  @Test
  void itTakesPlaceInTheOtherNode() throws Exception {
    assertEquals("{ok," + host.node(called).full() + "}", call(called, "[]", "erlang, node, []"));
    assertEquals("{ok,[1]}", call(called, "[{timeout, 20000}]", "lists, seq, [1, 1]"));
  }

  @Test
  void itTakesPlaceInTheCallingNode() throws Exception {
    assertEquals("{ok," + host.node(calling).full() + "}", call(calling, "[]", "erlang, node, []"));
  }

  /** The nodes do not become one cluster. */
  @Test
  void theConnectionIsHidden() throws Exception {
    assertEquals("{ok,[]}", call(called, "[]", "erlang, nodes, []"));
  }

  @Test
  void failuresAreErrors() throws Exception {
    String error = call(called, "[]", "erlang, error, [oops]");
    assertTrue(error.startsWith("{error,{exception,error,oops,"), error);
    assertEquals("{error,{exception,exit,bye,[]}}", call(called, "[]", "erlang, exit, [bye]"));
    assertEquals("{error,{exception,throw,x,[]}}", call(called, "[]", "erlang, throw, [x]"));
    assertEquals(
        "{error,{erpc,timeout}}", call(called, "[{timeout, 1}]", "timer, sleep, [infinity]"));
  }

  @Test
  void aNodeThatDoesNotRunIsAnError() throws Exception {
    String stopped = host.release("sasl", "");
    assertEquals(
        "{error,{nodedown," + host.node(stopped).full() + "}}",
        call(stopped, "[]", "erlang, node, []"));
  }
}
