package dev.enit.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the agent in a node that enit did not start. */
@Tag("node")
final class AgentTest {
  private static TestEpmd epmd;
  private static EmulatorNode node;

  @BeforeAll
  static void start() throws Exception {
    epmd = TestEpmd.start();
    node = EmulatorNode.start(epmd, "-eval", "application:set_env(stdlib, limit, 17).");
  }

  @AfterAll
  static void end() {
    node.close();
    epmd.close();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  @Test
  void tellsWhatRuns() throws Exception {
    try (Agent agent = node.agent()) {
      NodeInfo info = agent.status(soon());
      assertEquals(node.name().full(), info.node());
      assertTrue(info.running().orElseThrow().containsKey("kernel"));
      assertTrue(info.memory().getOrDefault("total", 0L) > 1_000_000);
      assertEquals(List.of(), info.connected());
      assertTrue(info.boot().isEmpty());
    }
  }

  @Test
  void tellsTheEnvironmentOfLoadedApplications() throws Exception {
    try (Agent agent = node.agent()) {
      MapFields snapshot = MapFields.of(agent.snapshot(soon()));
      Term stdlib =
          snapshot.list("applications").stream()
              .filter(app -> WireTerms.isAtom(((Term.Tuple) app).elements().getFirst(), "stdlib"))
              .findFirst()
              .orElseThrow();
      assertTrue(TermPrinter.print(stdlib).contains("running,false,[{limit,17}]}"));
      assertTrue(snapshot.value("applied").isEmpty());
    }
  }

  /** Each atom stays in the table of the node for ever. */
  @Test
  void asksWithoutNewAtoms() throws Exception {
    try (Agent agent = node.agent()) {
      agent.status(soon());
      agent.snapshot(soon());
      Term before = atoms(agent);
      agent.status(soon());
      agent.snapshot(soon());
      assertEquals(before, atoms(agent));
    }
  }

  private static Term atoms(Agent agent) throws Exception {
    List<Term> arguments = List.of(WireTerms.atom("atom_count"));
    return agent.client().call("erlang", "system_info", arguments, soon());
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    try (Agent agent = node.agent()) {
      AgentRefusal refusal =
          assertThrows(AgentRefusal.class, () -> agent.request(WireTerms.atom("dance"), soon()));
      assertEquals("unknown_request", TermPrinter.print(refusal.reason()));
    }
  }

  /** A node with enit on its code path has all that a request needs before it calls any of it. */
  @Test
  void theFolderOfTheAgentMayVanish(@TempDir Path folder) throws Exception {
    Path present = Path.of(System.getProperty("enit.erlang"));
    try (Stream<Path> modules = Files.list(present)) {
      for (Path module : modules.toList()) {
        Files.copy(module, folder.resolve(module.getFileName()));
      }
    }
    try (EmulatorNode other = EmulatorNode.start(epmd, "-pa", folder.toString());
        Agent agent = other.agent()) {
      agent.snapshot(soon());
      try (Stream<Path> modules = Files.list(folder)) {
        for (Path module : modules.toList()) {
          Files.delete(module);
        }
      }
      for (String module : List.of("enit_environment", "enit_callback", "enit_effect")) {
        List<Term> arguments = List.of(WireTerms.atom(module));
        Term isLoaded = agent.client().call("erlang", "module_loaded", arguments, soon());
        assertTrue(WireTerms.isAtom(isLoaded, "true"), module);
      }
      assertTrue(RunningCode.of(agent, soon()).isHere());
      NodeWatch.begin(agent, soon()).close();
    }
  }

  @Test
  void anotherVersionIsReplaced() throws Exception {
    try (Agent agent = node.agent()) {
      agent.status(soon());
      agent.client().call("code", "purge", List.of(WireTerms.atom("enit_agent")), soon());
      agent.client().call("code", "delete", List.of(WireTerms.atom("enit_agent")), soon());
      // An agent of another time answers every request in this way.
      Term forms =
          WireTerms.list(
              List.of(
                  form("{attribute,1,module,enit_agent}"),
                  form("{attribute,1,export,[{request,2}]}"),
                  form(
                      "{function,1,request,2,[{clause,1,[{var,1,'_'},{var,1,'_'}],[],"
                          + "[{tuple,1,[{atom,1,error},{tuple,1,[{atom,1,load},"
                          + "{cons,1,{atom,1,enit_agent},{nil,1}}]}]}]}]}")));
      Term.Tuple compiled =
          (Term.Tuple) agent.client().call("compile", "forms", List.of(forms), soon());
      agent
          .client()
          .call(
              "code",
              "load_binary",
              List.of(
                  WireTerms.atom("enit_agent"),
                  WireTerms.list(List.of()),
                  compiled.elements().get(2)),
              soon());
      assertEquals(node.name().full(), agent.status(soon()).node());
    }
  }

  private static Term form(String text) {
    return Objects.requireNonNull(TermParser.parse(text + ".").forms().getFirst().term());
  }
}
