package dev.enit.cli.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.IrregularFiles;
import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.node.Agent;
import dev.enit.core.node.TestEpmd;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests traces of a running release, read from outside. */
@Tag("node")
final class TraceTest {
  @TempDir static Path folder;
  private static EnitHost host;
  private static String release;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.variable("LC_ALL", "C.UTF-8");
    release = host.release("runtime_tools", "");
    Outcome started = host.run("start", release, "--log", host.logFile(release).toString());
    assertEquals(0, started.status(), started.toString());
  }

  @AfterAll
  static void end() {
    host.close();
  }

  @AfterEach
  void stopTracing() throws Exception {
    assertEquals("ok", call("enitdbg", "stop"));
  }

  private static String call(String module, String function, Term... arguments) throws Exception {
    Deadline soon = Deadline.in(Duration.ofSeconds(20));
    try (Agent agent = host.agent(release)) {
      return TermPrinter.print(agent.client().call(module, function, List.of(arguments), soon));
    }
  }

  private static Term string(String text) {
    return new Term.Str(Span.at(0), text);
  }

  private static int tracer() throws Exception {
    String started = call("enitdbg", "ip", WireTerms.integer(0));
    assertTrue(started.startsWith("{ok,"), started);
    String matched = call("enitdbg", "fn", WireTerms.atom("string"), WireTerms.atom("uppercase"));
    assertTrue(matched.startsWith("{ok,"), matched);
    return Integer.parseInt(call("enitdbg", "port").replaceAll("\\D", ""));
  }

  /** A call that is traced; the shell of the node calls it as well, so it is one of our own. */
  private static void traced() throws Exception {
    Term text = WireTerms.bytes("ä€".getBytes(StandardCharsets.UTF_8));
    assertEquals("<<\"Ä€\"/utf8>>", call("string", "uppercase", text));
  }

  private static Process client(String... arguments) throws IOException {
    return host.command(arguments).redirectErrorStream(true).start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void assertTraced(BufferedReader out) throws IOException {
    assertEquals("call string:uppercase(<<\"ä€\"/utf8>>)", afterPid(out.readLine()));
    assertEquals("returned from string:uppercase/1 -> <<\"Ä€\"/utf8>>", afterPid(out.readLine()));
  }

  private static String afterPid(String line) {
    return String.valueOf(line).replaceFirst("^\\(<[0-9.]+>\\) ", "");
  }

  @Test
  void aTracePortIsPrintedUntilItIsClosed() throws Exception {
    int port = tracer();
    Process client = client("traceip", Integer.toString(port));
    BufferedReader out = output(client);
    traced();
    assertTraced(out);
    call("enitdbg", "stop");
    assertEquals("enit: 127.0.0.1:%d: the trace port was closed".formatted(port), out.readLine());
    assertEquals(0, client.waitFor());
  }

  @Test
  void whatANodeSaysDoesNotSteerTheTerminal() throws Exception {
    Process client = client("traceip", Integer.toString(tracer()));
    call("string", "uppercase", WireTerms.bytes("ä\u202e\u200bb".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "call string:uppercase(<<\"ä\\x{202E}\\x{200B}b\"/utf8>>)",
        afterPid(output(client).readLine()));
    call("enitdbg", "stop");
    assertEquals(0, client.waitFor());
  }

  @Test
  void anInterruptEndsItAtOnce() throws Exception {
    Process client = client("traceip", "-h", "127.0.0.1", Integer.toString(tracer()));
    traced();
    assertTraced(output(client));
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(client.pid())).start();
    assertEquals(0, kill.waitFor());
    assertEquals(130, client.waitFor());
  }

  @Test
  void whereNothingListensThatIsSaid() throws Exception {
    int port = TestEpmd.freePort();
    Outcome outcome = host.run("traceip", Integer.toString(port));
    assertEquals(1, outcome.status());
    assertTrue(
        outcome.stderr().startsWith("enit: 127.0.0.1:" + port + ": nothing listens there."),
        outcome.stderr());
  }

  @Test
  void somethingElseThanATracerIsSaid() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(server));
      Outcome outcome = host.run("traceip", Integer.toString(server.getLocalPort()));
      assertEquals(1, outcome.status());
      assertTrue(outcome.stderr().contains("are no traces of dbg"), outcome.stderr());
    }
  }

  private static void greet(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("220 welcome\r\n".getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The client goes as soon as it has seen enough.
    }
  }

  @Test
  void aTraceFileIsPrinted() throws Exception {
    Path file = folder.resolve("printed.trace");
    intoFile(file);
    traced();
    call("enitdbg", "stop");
    Outcome outcome = host.run("tracefile", file.toString());
    assertEquals(0, outcome.status(), outcome.toString());
    assertTraced(new BufferedReader(new java.io.StringReader(outcome.stdout())));
  }

  private static void intoFile(Path file) throws Exception {
    String started = call("enitdbg", "file", string(file.toString()));
    assertTrue(started.startsWith("{ok,"), started);
    call("enitdbg", "fn", WireTerms.atom("string"), WireTerms.atom("uppercase"));
  }

  @Test
  void aTraceFileIsFollowed() throws Exception {
    Path file = folder.resolve("followed.trace");
    intoFile(file);
    Process client = client("tracefile", "-f", file.toString());
    try {
      BufferedReader out = output(client);
      traced();
      call("dbg", "flush_trace_port");
      assertTraced(out);
      traced();
      call("dbg", "flush_trace_port");
      assertTraced(out);
      // Begun again, and shorter.
      call("enitdbg", "stop");
      intoFile(file);
      traced();
      call("dbg", "flush_trace_port");
      assertTraced(out);
    } finally {
      client.destroy();
    }
    assertEquals(143, client.waitFor());
  }

  @Test
  void whatIsNoTraceFileIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("other"), "no traces");
    Outcome outcome = host.run("tracefile", file.toString());
    assertEquals(1, outcome.status());
    assertEquals("enit: $HOST/other: no trace file of dbg\n", outcome.stderr());
  }

  @Test
  void aTraceThatIsCutIsSaid() throws Exception {
    byte[] cut = {0, 0, 0, 0, 9, 1};
    Path file = Files.write(folder.resolve("cut"), cut);
    Outcome outcome = host.run("tracefile", file.toString());
    assertEquals("enit: $HOST/cut: ends in the middle of a trace\n", outcome.stderr());
    assertEquals(1, outcome.status());
  }

  /** One is longer than any memory, the other says of itself that it is. */
  @Test
  void aTraceThatIsTooLongIsNone() throws Exception {
    byte[] endless = {0, -1, -1, -1, -1, 1};
    byte[] compressed = {0, 0, 0, 0, 7, (byte) 131, 80, -1, -1, -1, -1, 120};
    for (byte[] bytes : List.of(endless, compressed)) {
      Path file = Files.write(folder.resolve("long"), bytes);
      Outcome outcome = host.run("tracefile", file.toString());
      assertEquals("enit: $HOST/long: no trace file of dbg\n", outcome.stderr());
    }
  }

  @Test
  void aFifoIsNoTraceFile() throws Exception {
    Path file = IrregularFiles.FIFO.make(folder.resolve("fifo"));
    Outcome outcome = host.inProcess("tracefile", file.toString());
    assertEquals(
        new Outcome(
            1,
            "",
            "enit: the file `$HOST/fifo` cannot be read: it is a FIFO, not a regular file\n"),
        outcome);
  }
}
