package dev.enit.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.node.Agent;
import dev.enit.core.node.BootStatus;
import dev.enit.core.node.LocalProcess;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.posix.RunningProcess;
import dev.enit.grammar.term.TermPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests releases in the background. */
@Tag("node")
final class StartTest {
  @TempDir static Path folder;
  private static EnitHost host;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.variable("LC_ALL", "C");
    for (String app : List.of("one", "two", "three")) {
      host.app(app);
    }
    host.app("last", "{applications, [kernel, stdlib, probe, three]}, {mod, {probe, last}}");
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  private static Outcome start(String release, String... more)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("start", release, "--log", log(release)));
    words.addAll(List.of(more));
    return host.run(words.toArray(String[]::new));
  }

  private static String log(String release) {
    return host.logFile(release).toString();
  }

  private static String call(String release, String module, String function) throws Exception {
    try (Agent agent = host.agent(release)) {
      return TermPrinter.print(agent.client().call(module, function, List.of(), soon()));
    }
  }

  private static void awaitEnd(LocalProcess node) throws IOException {
    Optional<RunningProcess> running = RunningProcess.of(node.pid());
    if (running.isPresent()) {
      try (RunningProcess process = running.get()) {
        assertTrue(process.awaitEnd(Duration.ofMinutes(1)));
      }
    }
  }

  @Test
  void whenItReturnsEverythingRuns() throws Exception {
    Path trace = folder.resolve("order");
    String release =
        host.release(
            "last, two, one",
            "{probe, [{trace, \"%s\"}]}. {one, [{key, \"välue\"}]}. {kernel, [{net_ticktime, 17}]}."
                .formatted(trace));
    Outcome outcome = start(release);
    LocalProcess node = host.process(release).orElseThrow();
    assertEquals(
        new Outcome(
            0,
            "`%s` runs: node %s@here, process %d, log %s.log\n"
                .formatted(release, release, node.pid(), release),
            ""),
        outcome);
    assertEquals(Optional.of(release), node.release());
    assertEquals(
        List.of("start probe", "start three", "start last", "start two", "start one"),
        Files.readAllLines(trace));
    try (Agent agent = host.agent(release)) {
      BootStatus boot = agent.status(soon()).boot().orElseThrow();
      assertEquals(
          new BootStatus(release, "1.0", BootStatus.State.RUNNING, List.of(), 1, Optional.empty()),
          boot);
      assertEquals(
          "[{key,[118,228,108,117,101]}]",
          TermPrinter.print(
              agent
                  .client()
                  .call("application", "get_all_env", List.of(WireTerms.atom("one")), soon())));
    }
    assertEquals("17", call(release, "net_kernel", "get_net_ticktime"));
    assertTrue(host.log(release).contains("release " + release + " 1.0 runs"), host.log(release));
  }

  @Test
  void aReleaseThatRunsIsNotStartedAgain() throws Exception {
    String release = host.release("one", "");
    assertEquals(0, start(release).status());
    long pid = host.process(release).orElseThrow().pid();
    String expected =
        "enit: `%s` already runs, as node `%s@here` in process %d; `enit restart` restarts it\n"
            .formatted(release, release, pid);
    assertEquals(new Outcome(1, "", expected), start(release));
    host.config(release, "{node, [{cookie, \"another\"}]}.");
    assertEquals(new Outcome(1, "", expected), start(release));
    assertEquals(new Outcome(1, "", expected), host.run("startfg", release));
  }

  @Test
  void theApplicationThatDidNotStartIsNamed() throws Exception {
    // The reason contains a value of a secret key.
    String release =
        host.release(
            "one, two",
            "{two, [{do, {fail, {no_licence, \"two pw3vh82kd\"}}}, {password, \"pw3vh82kd\"}]}.");
    Outcome outcome = start(release);
    assertEquals(
        new Outcome(
            1,
            "",
            ("enit: `%s` did not start: application two did not start: probe:start/2:"
                    + " {no_licence,\"two ********\"}; see the log %s.log\n")
                .formatted(release, release)),
        outcome);
    assertTrue(host.process(release).isEmpty());
  }

  @Test
  void aReasonIsFollowedToItsEnd() throws Exception {
    String release = host.release("one", "{one, [{do, fail_in_child}]}.");
    assertTrue(
        start(release)
            .stderr()
            .contains("one did not start: probe:start/2: worker: {no_such_table,users}; see"));
    host.config(release, "{one, [{do, crash}]}.");
    String crash = start(release).stderr();
    assertTrue(
        crash.contains("did not start: probe:start(normal, …) crashed: out_of_order"), crash);
    // Whatever the locale: that of a service manager is mostly none.
    assertTrue(host.log(release).contains("probe:start(normal, …) crashed"), host.log(release));
  }

  @Test
  void aFolderThatIsClosedToTheUserIsNamed() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root becomes another user");
    host.app("hidden", "{applications, [kernel, stdlib]}");
    Path library = host.folder().resolve("lib/hidden-1.0");
    String release = host.release("hidden", "{node, [{run_as_user, \"nobody\"}]}.");
    assertEquals(0, start(release).status());
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwx------"));
    long before = host.process(release).orElseThrow().pid();
    Outcome restart = host.inProcess("restart", release);
    assertEquals(before, host.process(release).orElseThrow().pid(), restart.toString());
    assertEquals(0, host.inProcess("stop", release).status());
    Outcome outcome = start(release);
    assertEquals(1, outcome.status());
    assertTrue(outcome.stderr().startsWith(restart.stderr().strip()), restart.stderr());
    assertTrue(
        outcome
            .stderr()
            .startsWith(
                ("enit: `%s` cannot start: the user `nobody` that it runs as cannot read"
                        + " `$HOST/lib/hidden-1.0/ebin`, because of the permissions of"
                        + " `$HOST/lib/hidden-1.0`. Open it with")
                    .formatted(release)),
        outcome.stderr());
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Neither is seen before: the folder has no compiled module at all, or one of another OTP. */
  @Test
  void aModuleThatCannotBeLoadedIsNamedWithItsFile() throws Exception {
    host.app("bare", "{applications, [kernel, stdlib]}, {mod, {bare, []}}");
    Path ebin = host.folder().resolve("lib/bare-1.0/ebin");
    Path specification = ebin.resolve("bare.app");
    Files.writeString(
        specification,
        Files.readString(specification).replace("{modules, []}", "{modules, [bare]}"));
    String release = host.release("bare", "");
    String absent = start(release).stderr();
    assertTrue(
        absent.contains(
            "its module bare is missing: there is no $HOST/lib/bare-1.0/ebin/bare.beam; install"
                + " bare again"),
        absent);
    Files.write(ebin.resolve("bare.beam"), "FOR1\0\0\0\4BEAM".getBytes(StandardCharsets.UTF_8));
    String corrupt = start(release).stderr();
    assertTrue(
        corrupt.contains(
            "its module bare cannot be loaded (badfile): $HOST/lib/bare-1.0/ebin/bare.beam"),
        corrupt);
    Files.writeString(ebin.resolve("bare.beam"), "no module");
    String refused = start(release).stderr();
    assertTrue(refused.contains("error[EN307 broken-module]"), refused);
  }

  @Test
  void aFailedStartIsTriedAgainAndWhatRunsStays() throws Exception {
    Path trace = folder.resolve("again");
    String release =
        host.release(
            "one, two",
            "{probe, [{trace, \"%s\"}]}. {two, [{do, {fail_times, 2, \"%s\"}}]}."
                .formatted(trace, folder.resolve("times")));
    Outcome outcome = start(release, "--start-retries", "2", "--start-delay", "0");
    assertEquals(0, outcome.status(), outcome.stderr());
    assertEquals(
        """
        enit: `two` did not start: probe:start/2: {attempt,1}; the next attempt follows in 0 s
        enit: `two` did not start: probe:start/2: {attempt,2}; the next attempt follows in 0 s
        """,
        outcome.stderr());
    assertEquals(
        List.of("start probe", "start one", "start two", "start two", "start two"),
        Files.readAllLines(trace));
  }

  @Test
  void theReleaseMaySayHowOften() throws Exception {
    String release =
        host.release(
            "one",
            "{node, [{start_retries, 1}, {start_delay, 0}]}. {one, [{do, {fail_times, 9, \"%s\"}}]}."
                .formatted(folder.resolve("nine")));
    Outcome outcome = start(release);
    assertEquals(1, outcome.status());
    assertTrue(outcome.stderr().contains("{attempt,1}; the next attempt"), outcome.stderr());
    assertTrue(outcome.stderr().contains("{attempt,2}; see the log"), outcome.stderr());
  }

  @Test
  void whatTakesTooLongIsStoppedAgain() throws Exception {
    String release = host.release("one, two", "{two, [{do, hang}]}.");
    Outcome outcome = start(release, "--timeout", "6");
    assertEquals(
        new Outcome(
            1,
            "",
            ("enit: `%s` did not start within 6 s: `two` was still starting; the node was stopped"
                    + " again; see the log %s.log, or extend it with --timeout\n")
                .formatted(release, release)),
        outcome);
    assertTrue(host.process(release).isEmpty());
  }

  @Test
  void anInterruptStopsTheNode() throws Exception {
    Path trace = folder.resolve("interrupted");
    String release = hanging(trace);
    Process process = waiting(release, trace);
    try (RunningProcess running = RunningProcess.of(process.pid()).orElseThrow()) {
      running.signal(2);
    }
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(130, process.waitFor());
    assertEquals("enit: interrupted: `%s` was stopped again\n".formatted(release), err);
    assertTrue(host.process(release).isEmpty());
  }

  @Test
  void theNodeStopsWhenTheStartingCommandHasGone() throws Exception {
    Path trace = folder.resolve("killed");
    String release = hanging(trace);
    Process process = waiting(release, trace);
    LocalProcess node = host.process(release).orElseThrow();
    process.destroyForcibly().waitFor();
    awaitEnd(node);
    assertTrue(host.log(release).contains("the process that waited for the start has gone"));
  }

  private static String hanging(Path trace) throws IOException {
    return host.release(
        "one, two", "{probe, [{trace, \"%s\"}]}. {two, [{do, hang}]}.".formatted(trace));
  }

  /** Returns a start that hangs in an application. */
  private static Process waiting(String release, Path trace) throws Exception {
    new ProcessBuilder("mkfifo", trace.toString()).start().waitFor();
    Process process = host.command("start", release, "--log", log(release)).start();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(trace), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (!"start two".equals(line)) {
      line = lines.readLine();
    }
    // Applications that stop write to it, too, and wait for a reader.
    Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
    return process;
  }

  @Test
  void aLogThatCannotBeWrittenIsKnownBefore() throws Exception {
    String release = host.release("one", "");
    assertEquals(
        new Outcome(
            1,
            "",
            "enit: the log `/dev/full` cannot be written: No space left on device; name another one"
                + " with --log\n"),
        host.run("start", release, "--log", "/dev/full"));
    Path typo = folder.resolve("nowhere").resolve("deep");
    assertEquals(
        new Outcome(
            1,
            "",
            "enit: the log `$HOST/nowhere/deep/log` cannot be written: the directory"
                + " `$HOST/nowhere/deep` does not exist; create it, or name another log with --log\n"),
        host.run("start", release, "--log", typo.resolve("log").toString()));
    assertFalse(Files.exists(typo.getParent()));
    assertTrue(host.process(release).isEmpty());
  }

  /**
   * Neither a stop nor the end by force leaves a file for a crash dump, and a crash can write one.
   */
  @Test
  void aCrashDumpOfAnotherUserIsThereAfterACrashAlone() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root becomes another user");
    Path log = Path.of("/var/log/enit");
    Path dumps = log.resolve("nobody");
    boolean hadDumps = Files.exists(dumps);
    String release = host.release("one", "{node, [{run_as_user, \"nobody\"}]}.");
    try {
      assertEquals(0, start(release).status());
      LocalProcess node = host.process(release).orElseThrow();
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dumps)));
      assertEquals(List.of(), files(dumps, release));
      new ProcessBuilder("kill", "-9", Long.toString(node.pid())).start().waitFor();
      awaitEnd(node);
      assertEquals(List.of(), files(dumps, release));
      assertEquals(0, start(release).status());
      assertEquals(0, host.run("stop", release).status());
      assertEquals(List.of(), files(dumps, release));
      assertEquals(0, start(release).status());
      node = host.process(release).orElseThrow();
      host.run("call", release, "erlang", "halt", "[\"a dump\"]");
      awaitEnd(node);
      assertEquals(1, files(dumps, release).size());
      assertTrue(Files.size(files(dumps, release).getFirst()) > 0);
    } finally {
      for (Path file : files(dumps, release)) {
        Files.delete(file);
      }
      for (Path file : files(log, release)) {
        Files.delete(file);
      }
      if (!hadDumps) {
        Files.deleteIfExists(dumps);
      }
    }
  }

  private static List<Path> files(Path folder, String release) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(release)).toList();
    }
  }

  @Test
  void nothingOfTheStartStaysOpen() throws Exception {
    String release = host.release("one", "");
    assertEquals(0, start(release).status());
    long pid = host.process(release).orElseThrow().pid();
    List<String> open = new ArrayList<>();
    try (var files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files) {
        open.add(Files.readSymbolicLink(file).toString());
      }
    }
    assertTrue(open.stream().noneMatch(file -> file.startsWith("/memfd:")), open.toString());
    assertTrue(open.stream().noneMatch(file -> file.endsWith(".jar")), open.toString());
    assertEquals(2, open.stream().filter(file -> file.equals(log(release))).count());
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    assertEquals(Long.toString(pid), stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
    assertEquals("/", Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).toString());
    for (String file : List.of("cmdline", "environ")) {
      String text =
          new String(
              Files.readAllBytes(Path.of("/proc/" + pid).resolve(file)),
              StandardCharsets.ISO_8859_1);
      assertFalse(text.contains(EnitHost.COOKIE.reveal()), file);
    }
    assertFalse(host.log(release).contains(EnitHost.COOKIE.reveal()));
  }
}
