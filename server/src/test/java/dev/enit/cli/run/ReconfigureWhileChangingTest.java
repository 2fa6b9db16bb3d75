package dev.enit.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.node.Agent;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code enit reconfigure} of a node that starts, or stops, its applications. */
@Tag("node")
final class ReconfigureWhileChangingTest {
  @TempDir static Path folder;
  private static EnitHost host;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("one");
    host.app("two");
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static String call(String release, String module, String function, Term... arguments)
      throws Exception {
    Deadline soon = Deadline.in(Duration.ofSeconds(20));
    try (Agent agent = host.agent(release)) {
      return TermPrinter.print(agent.client().call(module, function, List.of(arguments), soon));
    }
  }

  private static String value(String release, String application, String key) throws Exception {
    return call(
        release, "application", "get_env", WireTerms.atom(application), WireTerms.atom(key));
  }

  private static Path fifo(String name) throws IOException, InterruptedException {
    Path fifo = folder.resolve(name);
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
    return fifo;
  }

  /** Opened for writing as well, so that the end of one writer is not the end of the file. */
  private static BufferedReader trace(Path fifo) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Channels.newInputStream(
                FileChannel.open(fifo, StandardOpenOption.READ, StandardOpenOption.WRITE)),
            StandardCharsets.UTF_8));
  }

  private static void changed(String release, String config) throws IOException {
    host.config(release, "{node, [{start_delay, 3600}]}. " + config);
  }

  @Test
  void anotherAttemptKeepsWhatWasReconfigured() throws Exception {
    String release =
        host.release("one, two", "{node, [{start_delay, 3600}]}. {two, [{do, {fail, no_disk}}]}.");
    Foreground node = Foreground.start(host, release).until("no_disk");
    changed(release, "{one, [{added, 1}]}. {two, [{do, run}]}.");
    assertEquals(0, host.inProcess("reconfigure", release).status());
    call(release, "erlang", "send", WireTerms.atom("enit_node"), WireTerms.atom("next_attempt"));
    node.until("1.0 runs");
    changed(release, "{two, [{do, run}]}.");
    String diff = host.inProcess("diff", release).stdout();
    assertTrue(diff.contains("added"), diff);
    assertEquals(0, host.inProcess("reconfigure", release).status());
    assertEquals("undefined", value(release, "one", "added"));
    assertTrue(node.process().isAlive());
  }

  @Test
  void whileAnApplicationStartsNothingIsChanged() throws Exception {
    Path fifo = fifo("starting");
    String probe = "{probe, [{trace, \"%s\"}]}. {two, [{do, hang}".formatted(fifo);
    String release = host.release("one, two", probe + "]}.");
    Foreground node = Foreground.start(host, release);
    try (BufferedReader lines = trace(fifo)) {
      await(lines, "start two");
      host.config(release, probe + ", {added, 1}]}.");
      assertEquals(
          new Outcome(
              1,
              "",
              ("enit: `%s@here` is still starting applications, so nothing was changed. Run the"
                      + " command again when they have started; `enit status %s` shows how far it"
                      + " is\n")
                  .formatted(release, release)),
          host.inProcess("reconfigure", release));
      assertEquals("undefined", value(release, "two", "added"));
    } finally {
      node.process().destroyForcibly();
    }
  }

  @Test
  void aNodeThatStopsSaysSo() throws Exception {
    Path fifo = fifo("stopping");
    String config = "{probe, [{trace, \"%s\"}]}. {two, [{do, hang_in_stop}".formatted(fifo);
    String release = host.release("one, two", config + "]}.");
    Foreground node = Foreground.start(host, release);
    try (BufferedReader lines = trace(fifo)) {
      await(lines, "start two");
      node.until("1.0 runs").process().destroy();
      await(lines, "stop two");
      host.config(release, config + ", {added, 1}]}.");
      assertEquals(
          new Outcome(
              1,
              "",
              ("enit: `%s@here` is stopping: its configuration can be neither read nor changed."
                      + " Start it again after it has ended\n")
                  .formatted(release)),
          host.inProcess("reconfigure", release));
    } finally {
      node.process().destroyForcibly();
    }
  }

  private static void await(BufferedReader lines, String expected) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(expected)) {
      line = lines.readLine();
    }
    assertEquals(expected, line);
  }
}
