package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.LocalProcess;
import dev.enit.core.posix.RunningProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests signals at random moments of commands that act on a node: each command leaves nothing
 * unfinished and reports the true state. {@code -Denit.interrupts=300} takes more moments, {@code
 * -Denit.seed=N} those of another run.
 */
@Tag("node")
final class RandomInterruptTest {
  private static final int MOMENTS = Integer.getInteger("enit.interrupts", 5);
  private static final long SEED = Long.getLong("enit.seed", 20260101);
  private static final int AFTER_SIGNAL = 128;
  private static final int SIGTERM = 15;
  private static final String NOTHING_CHANGED = "enit: interrupted: nothing was changed\n";

  /** The output of Java itself where a signal comes before it can load its classes. */
  private static final String LOGGING = "Runtime\\.exit\\(\\d+\\) logging failed: .*\n";

  private static final String NO_JAVA = "Error occurred during initialization of VM";

  /** The files in {@code /var/log/enit} for the nodes of root, beside the state of the host. */
  private static final Path LOGS = Path.of("/var/log/enit");

  @TempDir static Path folder;
  private static EnitHost host;
  private static final Map<String, Integer> SEEN = new TreeMap<>();

  /**
   * A signal at a moment after a command was started.
   *
   * @param again nanoseconds until it is sent a second time; negative for once
   */
  private record Moment(String signal, boolean toGroup, long nanos, long again) {
    static Moment random(Random random) {
      boolean toGroup = random.nextInt(3) == 0;
      String signal = toGroup ? "INT" : List.of("INT", "TERM", "HUP").get(random.nextInt(3));
      // Most of what a start does happens in its first half second.
      double seconds = random.nextInt(4) == 0 ? random.nextDouble() * 3 : random.nextDouble() * 0.5;
      long again = random.nextInt(4) == 0 ? random.nextInt(50_000_000) : -1;
      return new Moment(signal, toGroup, (long) (seconds * 1e9), again);
    }

    int status() {
      return AFTER_SIGNAL + Map.of("HUP", 1, "INT", 2).getOrDefault(signal, SIGTERM);
    }

    Outcome send(Process process) throws IOException, InterruptedException {
      if (!process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
        kill(process);
        if (again >= 0 && !process.waitFor(again, TimeUnit.NANOSECONDS)) {
          kill(process);
        }
      }
      return outcome(process);
    }

    private void kill(Process process) throws IOException, InterruptedException {
      String target = (toGroup ? "-" : "") + process.pid();
      new ProcessBuilder("kill", "-" + signal, "--", target).start().waitFor();
    }
  }

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("one");
    host.app("two");
  }

  @AfterAll
  static void end() {
    host.close();
    System.out.println("interrupts, seed " + SEED + ": " + SEEN);
  }

  private static Process begin(String... arguments) throws IOException {
    ProcessBuilder builder = host.command(arguments);
    builder.command().addAll(0, List.of("setsid", "env", "--default-signal=HUP,INT,TERM"));
    return builder.start();
  }

  private static Outcome outcome(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return out.startsWith(NO_JAVA)
        ? new Outcome(status, NO_JAVA, "")
        : new Outcome(status, out, err.replaceAll(LOGGING, ""));
  }

  private static Outcome run(Moment moment, String... arguments) throws Exception {
    Outcome outcome = moment.send(begin(arguments));
    if (outcome.stdout().equals(NO_JAVA)) {
      outcome = new Outcome(moment.status(), "", "");
    }
    assertTrue(outcome.status() == moment.status() || outcome.status() == 0, outcome.toString());
    String words = outcome.stderr().isEmpty() ? outcome.stdout() : outcome.stderr();
    String counted = words.replaceAll("`[^`]+`", "it").replaceAll("\\(process .*", "").strip();
    SEEN.merge(
        arguments[0] + " " + outcome.status() + " " + (counted.isEmpty() ? "no words" : counted),
        1,
        Integer::sum);
    return outcome;
  }

  private static List<String> startOf(String release) {
    return List.of("start", release, "--log", host.logFile(release).toString());
  }

  private static void assertNothingRuns(String release) throws Exception {
    List<String> processes =
        ProcessHandle.allProcesses()
            .filter(process -> commandLine(process).contains(release))
            .map(RandomInterruptTest::commandLine)
            .toList();
    assertEquals(List.of(), processes);
    assertTrue(host.process(release).isEmpty());
    assertFalse(names().contains(release + " "), names());
    for (Path records : List.of(LOGS, host.folder().resolve("state/enit"))) {
      if (Files.isDirectory(records)) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(records, "*" + release + "@*")) {
          List<Path> found = new ArrayList<>();
          left.forEach(found::add);
          assertEquals(List.of(), found);
        }
      }
    }
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(
              Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
          .replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  private static String names() throws Exception {
    ProcessBuilder epmd =
        new ProcessBuilder("epmd", "-port", Integer.toString(host.epmd().port()), "-names");
    return outcome(epmd.start()).stdout();
  }

  @Test
  void startsLeaveNothing() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < MOMENTS; i++) {
      boolean isEndless = random.nextBoolean();
      String release = host.release("one, two", isEndless ? "{two, [{do, hang}]}." : "");
      Moment moment = Moment.random(random);
      String about = "moment " + i + ", " + moment + ": ";
      Outcome outcome = run(moment, startOf(release).toArray(String[]::new));
      if (outcome.status() == 0) {
        assertFalse(isEndless, about + outcome);
        assertTrue(host.process(release).isPresent(), about + outcome);
        assertTrue(outcome.stdout().contains(" runs"), about + outcome);
        assertEquals(0, host.inProcess("stop", release, "--kill", "--timeout", "5").status());
        continue;
      }
      boolean isBegun = Files.exists(host.logFile(release));
      List<String> words = new ArrayList<>();
      words.add("enit: interrupted: `" + release + "` was stopped again\n");
      if (!isBegun) {
        // Before the first line of Java runs, there are no words.
        words = List.of("", NOTHING_CHANGED);
      }
      words = new ArrayList<>(words);
      words.add("enit: interrupted: `" + release + "` was not started\n");
      assertTrue(words.contains(outcome.stderr()), about + outcome);
      assertEquals("", outcome.stdout(), about);
      assertNothingRuns(release);
    }
  }

  @Test
  void otherCommandsSayHowTheNodeIs() throws Exception {
    Random random = new Random(SEED);
    int key = 0;
    String release = host.release("one, two", "{one, [{key, 0}]}.");
    for (int i = 0; i < Math.max(1, MOMENTS / 4); i++) {
      for (String command : List.of("stop", "restart", "reconfigure")) {
        if (host.process(release).isEmpty()) {
          assertEquals(0, host.inProcess(startOf(release).toArray(String[]::new)).status());
        }
        host.config(release, "{one, [{key, %d}]}.".formatted(++key));
        long before = host.process(release).orElseThrow().pid();
        Moment moment = Moment.random(random);
        List<String> words = new ArrayList<>(List.of(command, release));
        if (command.equals("restart")) {
          words.addAll(List.of("--log", host.logFile(release).toString()));
        }
        Outcome outcome = run(moment, words.toArray(String[]::new));
        String about = "moment " + i + ", " + command + ", " + moment + ": " + outcome;
        if (command.equals("reconfigure")) {
          assertReconfigured(release, outcome, about);
        } else {
          assertTold(release, before, outcome, about);
        }
      }
    }
    host.inProcess("stop", release, "--kill", "--timeout", "5");
  }

  private static void assertReconfigured(String release, Outcome outcome, String about) {
    boolean isApplied = host.inProcess("diff", release).status() == 0;
    String words = outcome.stderr();
    if (words.isEmpty() || words.equals(NOTHING_CHANGED)) {
      assertEquals(outcome.status() == 0, isApplied, about);
    } else {
      assertFalse(isApplied, about);
      assertTrue(words.contains("Everything was rolled back"), about);
    }
  }

  /** The statements of a stop and a restart, against the node. */
  private static void assertTold(String release, long before, Outcome outcome, String about)
      throws Exception {
    String shown = "`" + release + "`";
    Optional<Long> now = host.process(release).map(LocalProcess::pid);
    boolean isStart = outcome.stdout().contains(" runs");
    switch (outcome.stderr().replace(shown, "it")) {
      case "" -> {
        if (outcome.status() == 0 && isStart) {
          assertTrue(now.isPresent() && now.get() != before, about);
        } else if (outcome.status() == 0) {
          assertNothingRuns(release);
        } else {
          assertEquals(Optional.of(before), now, about);
        }
      }
      case NOTHING_CHANGED -> assertEquals(Optional.of(before), now, about);
      case "enit: interrupted: it may still be stopping\n" -> awaitEndOrAnswer(before, release);
      case "enit: interrupted: it was not started\n", "enit: interrupted: it was stopped again\n" ->
          assertNothingRuns(release);
      default -> throw new AssertionError(about);
    }
  }

  /** A node that keeps stopping ends; one that was not asked to answers. */
  private static void awaitEndOrAnswer(long pid, String release) throws Exception {
    Optional<RunningProcess> process = RunningProcess.of(pid);
    if (process.isPresent()) {
      try (RunningProcess node = process.get()) {
        if (!node.awaitEnd(Duration.ofSeconds(3))) {
          assertEquals(0, host.inProcess("status", release).status());
        }
      }
    }
  }

  /** The virtual machine tells of the classes that it loads: that of the command line is there. */
  @ParameterizedTest
  @ValueSource(strings = {"start", "startfg", "stop", "restart", "reconfigure"})
  void aSignalBeforeTheWorkIsAnswered(String command) throws Exception {
    String release = host.release("one", "");
    ProcessBuilder builder = Interrupt.command(host, command, release);
    builder.command().add(3, "-Xlog:class+load:stdout");
    Process process = builder.start();
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.contains(" " + CommandDispatcher.class.getName() + " ")) {
        line = lines.readLine();
      }
      Interrupt.one(process);
      lines.lines().forEach(_ -> {});
    }
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(NOTHING_CHANGED, said);
    assertEquals(130, process.waitFor());
    assertNothingRuns(release);
  }
}
