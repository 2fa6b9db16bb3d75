package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.host.HostName;
import dev.enit.core.node.Agent;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.settings.HostFacts;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that commands leave nothing in a node, and open nothing on this host, that adds up. */
@Tag("node")
final class FootprintTest {
  @TempDir static Path folder;
  private static EnitHost host;
  private static String release;
  private static Map<String, String> environment;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("one");
    release = host.release("one", "{one, [{key, 1}]}.");
    assertEquals(0, host.run("start", release, "--log", host.logFile(release).toString()).status());
    environment = host.command().environment();
    environment.put("ENIT_LIB_DIR", host.folder().resolve("lib").toString());
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Term call(String module, String function, Term... arguments) throws Exception {
    try (Agent agent = host.agent(release)) {
      return agent
          .client()
          .call(module, function, List.of(arguments), Deadline.in(Duration.ofSeconds(20)));
    }
  }

  /** Runs a command as a separate process would, in much less time. */
  private static void run(int status, String... arguments) {
    Outcome outcome =
        InProcess.run(
            new HostFacts(HostName.shortName(), InProcess.HOST.accounts()),
            host.folder(),
            environment,
            new byte[0],
            false,
            List.of(arguments));
    assertEquals(status, outcome.status(), outcome.toString());
  }

  /** Every command that asks nodes, once or twice. */
  private static void commands(int value) throws IOException {
    run(0, "status", release);
    run(0, "status", release, "--format", "json");
    run(0, "list");
    run(0, "call", release, "erlang", "node");
    run(1, "call", release, "nonesuch", "f");
    host.config(release, "{one, [{key, %d}]}.".formatted(value));
    run(2, "diff", release);
    run(0, "reconfigure", release);
    run(0, "diff", release);
    run(0, "reconfigure", release);
    run(0, "status", release);
  }

  /** Each new name would stay in the table of the node for ever. */
  @Test
  void theAtomsOfANodeDoNotGrow() throws Exception {
    commands(2);
    commands(3);
    String before = atoms();
    for (int value = 4; value < 7; value++) {
      commands(value);
    }
    assertEquals(before, atoms());
    assertTrue(before.matches("\\d+"), before);
  }

  private static String atoms() throws Exception {
    return TermPrinter.print(call("erlang", "system_info", WireTerms.atom("atom_count")));
  }

  @Test
  void whoAsksANodeTakesNoConnections() throws Exception {
    Path fifo = host.folder().resolve("held");
    Process holding = HeldCall.of(host, release, fifo);
    assertEquals(List.of(), OpenPorts.listening(holding.pid()));
    assertFalse(OpenPorts.connected(holding.pid()).isEmpty());
    String visitors = TermPrinter.print(call("erlang", "nodes", WireTerms.atom("hidden")));
    assertTrue(visitors.matches("\\[('enit-(\\d|1[0-5])@[^@']+',?){2}\\]"), visitors);
    call("erlang", "send", WireTerms.atom("probe_hold"), WireTerms.atom("go"));
    assertEquals(
        "gone\n", new String(holding.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(0, holding.waitFor());
  }

  @Test
  void aPortThatIsOpenIsSeen() throws IOException {
    long self = ProcessHandle.current().pid();
    int before = OpenPorts.listening(self).size();
    try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(before + 1, OpenPorts.listening(self).size());
    }
  }
}
