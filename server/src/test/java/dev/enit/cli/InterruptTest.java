package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.Agent;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.TermPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests Ctrl-C: it ends the command, which reports the state, and nothing is left half done. */
@Tag("node")
@Timeout(240)
final class InterruptTest {
  private static final int INTERRUPTED = 130;

  @TempDir static Path folder;
  private static EnitHost host;
  private static String running;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("one");
    host.app("two");
    running = host.release("one", "{one, [{key, 1}]}.");
    assertEquals(0, start(running).status());
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Outcome start(String release) throws Exception {
    return host.run("start", release, "--log", host.logFile(release).toString());
  }

  private static String call(String module, String function, String argument) throws Exception {
    try (Agent agent = host.agent(running)) {
      return TermPrinter.print(
          agent
              .client()
              .call(
                  module,
                  function,
                  List.of(WireTerms.atom(argument)),
                  Deadline.in(Duration.ofSeconds(20))));
    }
  }

  private static Outcome outcome(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  /** Interrupts a command when it looks for the node, which it never finds. */
  private static Outcome whileItAsks(String... arguments) throws Exception {
    CompletableFuture<Process> command = new CompletableFuture<>();
    CountDownLatch end = new CountDownLatch(1);
    try (EpmdDetour detour =
        EpmdDetour.to(
            0,
            () -> {
              Interrupt.one(command.get());
              end.await();
              throw new IOException("the reader has gone");
            })) {
      ProcessBuilder builder = Interrupt.command(host, arguments);
      builder.environment().put("ERL_EPMD_PORT", Integer.toString(detour.port()));
      command.complete(builder.start());
      return outcome(command.get());
    } finally {
      end.countDown();
    }
  }

  @Test
  void whoOnlyLooksHasChangedNothing() throws Exception {
    host.config(running, "{one, [{key, 2}]}.");
    Outcome expected = new Outcome(INTERRUPTED, "", "enit: interrupted: nothing was changed\n");
    assertEquals(expected, whileItAsks("list", "--timeout", "200"));
    assertEquals(expected, whileItAsks("status", running, "--timeout", "200"));
    assertEquals(expected, whileItAsks("diff", running));
    assertEquals(expected, whileItAsks("reconfigure", running));
    assertEquals("[{key,1}]", call("application", "get_all_env", "one"));
  }

  @Test
  void whatWasCalledMayRunOn() throws Exception {
    Process process = HeldCall.of(host, running, host.folder().resolve("held"));
    Interrupt.one(process);
    assertEquals(
        new Outcome(
            INTERRUPTED,
            "",
            "enit: interrupted: `probe:hold/0` was called; it keeps running in the node if it has not"
                + " returned\n"),
        outcome(process));
    assertTrue(call("erlang", "whereis", "probe_hold").startsWith("<"), "it runs on");
  }

  /**
   * Its log is a pipe: it has said that it begins, and nothing has started. The pipe ends when
   * everything has ended that could write to it.
   */
  @Test
  void aStartThatHasHardlyBegunLeavesNothing() throws Exception {
    String release = host.release("one, two", "");
    Path log = fifo("log");
    Process process = Interrupt.group(host, "start", release, "--log", log.toString()).start();
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      said.add(lines.readLine());
      Interrupt.all(process);
      lines.lines().forEach(said::add);
    }
    assertTrue(said.getFirst().contains("enit starts " + release), said.toString());
    Outcome outcome = outcome(process);
    assertEquals(INTERRUPTED, outcome.status(), outcome + "\n" + said);
    assertTrue(
        List.of("was not started", "was stopped again").stream()
            .map(end -> "enit: interrupted: `%s` %s\n".formatted(release, end))
            .anyMatch(outcome.stderr()::equals),
        outcome.stderr());
    assertTrue(host.process(release).isEmpty());
  }

  /** The terminal sends the signal to the whole group; the node is in another. */
  @Test
  void aStartThatIsOnItsWayIsTakenBack() throws Exception {
    Path trace = fifo("trace");
    String release =
        host.release(
            "one, two", "{probe, [{trace, \"%s\"}]}. {two, [{do, hang}]}.".formatted(trace));
    Process process =
        Interrupt.group(host, "start", release, "--log", host.logFile(release).toString()).start();
    try (BufferedReader lines = Files.newBufferedReader(trace)) {
      String line = lines.readLine();
      while (!"start two".equals(line)) {
        line = lines.readLine();
      }
      Interrupt.all(process);
      assertEquals(
          new Outcome(
              INTERRUPTED, "", "enit: interrupted: `%s` was stopped again\n".formatted(release)),
          outcome(process));
    }
    assertTrue(host.process(release).isEmpty());
  }

  /** A node that stops is not started again because of the signal. */
  @Test
  void aStopGoesOn() throws Exception {
    Path trace = fifo("stop");
    String release = host.release("one, two", "{two, [{do, hang_in_stop}]}.");
    assertEquals(0, start(release).status());
    trace(release, trace);
    Process process = Interrupt.command(host, "stop", release, "--timeout", "200").start();
    try (BufferedReader lines = Files.newBufferedReader(trace)) {
      assertEquals("stop two", lines.readLine());
    }
    Interrupt.one(process);
    assertEquals(
        new Outcome(
            INTERRUPTED, "", "enit: interrupted: `%s` may still be stopping\n".formatted(release)),
        outcome(process));
    assertTrue(host.process(release).isPresent());
    assertEquals(0, host.run("stop", release, "--timeout", "1", "--kill").status());
    assertTrue(host.process(release).isEmpty());
  }

  private static void trace(String release, Path file) throws Exception {
    try (Agent agent = host.agent(release)) {
      agent
          .client()
          .call(
              "application",
              "set_env",
              List.of(
                  WireTerms.atom("probe"),
                  WireTerms.atom("trace"),
                  WireTerms.text(file.toString())),
              Deadline.in(Duration.ofSeconds(20)));
    }
  }

  /** It is the node by now, and ends as a program in a terminal does, without a menu. */
  @Test
  void aNodeInTheForegroundEnds() throws Exception {
    String release = host.release("one", "");
    Process node = Interrupt.command(host, "startfg", release).redirectErrorStream(true).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.contains("1.0 runs")) {
        Interrupt.one(node);
      }
    }
    assertEquals(INTERRUPTED, node.waitFor(), said.toString());
    assertTrue(said.getLast().contains("1.0 runs"), said.toString());
    assertTrue(host.process(release).isEmpty());
  }

  private static Path fifo(String name) throws IOException, InterruptedException {
    Path fifo = host.folder().resolve(name);
    new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
    return fifo;
  }
}
