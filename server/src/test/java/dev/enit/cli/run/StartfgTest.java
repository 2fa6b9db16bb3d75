package dev.enit.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Listener;
import dev.enit.cli.Outcome;
import dev.enit.core.node.Agent;
import dev.enit.core.node.LocalProcess;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.posix.NameService;
import dev.enit.core.posix.NameService.UserEntry;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests releases in the foreground: the process that was started is the node. */
@Tag("node")
final class StartfgTest {
  private static final int SIGTERM_STATUS = 0;

  @TempDir static Path folder;
  private static EnitHost host;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    for (String app : List.of("one", "two")) {
      host.app(app);
    }
    host.app("whole", "{included_applications, [part]}, {mod, {probe, whole}}");
    host.app("part", "{mod, {probe, part}}");
    host.app("guest", "{applications, [kernel, stdlib, probe, part]}, {mod, {probe, guest}}");
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  private static String call(String release, String module, String function, Term... arguments)
      throws Exception {
    try (Agent agent = host.agent(release)) {
      return TermPrinter.print(agent.client().call(module, function, List.of(arguments), soon()));
    }
  }

  private static String proc(long pid, String file) throws Exception {
    return new String(
        Files.readAllBytes(Path.of("/proc/" + pid).resolve(file)), StandardCharsets.UTF_8);
  }

  @Test
  void theProcessIsTheNodeAndSigtermStopsItInGoodOrder() throws Exception {
    Path trace = folder.resolve("orderly");
    String release = host.release("one, two", "{probe, [{trace, \"%s\"}]}.".formatted(trace));
    Foreground node = Foreground.start(host, release).until("release " + release + " 1.0 runs");
    assertEquals(node.pid(), host.process(release).map(LocalProcess::pid).orElseThrow());
    assertFalse(proc(node.pid(), "cmdline").contains("java"));
    assertEquals(
        folder.toRealPath(), Files.readSymbolicLink(Path.of("/proc/" + node.pid() + "/cwd")));
    node.process().toHandle().destroy();
    assertEquals(SIGTERM_STATUS, node.status(), node.written());
    assertEquals(
        List.of("start probe", "start one", "start two", "stop two", "stop one", "stop probe"),
        Files.readAllLines(trace));
  }

  @Test
  void aHangUpDoesNothing() throws Exception {
    String release = host.release("one", "");
    Foreground node = Foreground.start(host, release).until("runs");
    new ProcessBuilder("kill", "-HUP", Long.toString(node.pid())).start().waitFor();
    node.until("SIGHUP does nothing here");
    assertTrue(node.process().isAlive());
  }

  @Test
  void anApplicationThatEndsTakesTheNodeDown() throws Exception {
    Path trace = folder.resolve("ended");
    String release = host.release("one, two", "{probe, [{trace, \"%s\"}]}.".formatted(trace));
    Foreground node = Foreground.start(host, release).until("1.0 runs");
    call(
        release,
        "erlang",
        "send",
        WireTerms.tuple(WireTerms.atom("one_worker"), WireTerms.atom(host.node(release).full())),
        WireTerms.atom("stop"));
    assertEquals(1, node.status(), node.written());
    String why = "application one has ended: its top supervisor has given up; the node stops";
    assertTrue(node.written().contains(why), node.written());
    // The others are stopped in good order.
    assertEquals(
        List.of("stop one", "stop two", "stop probe"), Files.readAllLines(trace).subList(3, 6));
  }

  @Test
  void anApplicationThatIsStoppedDoesNot() throws Exception {
    String release = host.release("one, two", "");
    Foreground node = Foreground.start(host, release).until("1.0 runs");
    assertEquals("ok", call(release, "application", "stop", WireTerms.atom("one")));
    assertTrue(call(release, "enit_node", "boot_status").contains("state => running"));
    assertTrue(node.process().isAlive());
  }

  @Test
  void aNodeThatHangsInItsEndIsEnded() throws Exception {
    String release =
        host.release("one, two", "{node, [{stop_timeout, 300}]}. {two, [{do, hang_in_stop}]}.");
    Foreground node = Foreground.start(host, release).until("1.0 runs");
    call(
        release,
        "erlang",
        "send",
        WireTerms.tuple(WireTerms.atom("one_worker"), WireTerms.atom(host.node(release).full())),
        WireTerms.atom("stop"));
    assertEquals(1, node.status(), node.written());
  }

  @Test
  void anApplicationThatHangsDoesNotKeepSigtermWaiting() throws Exception {
    String release =
        host.release("one, two", "{node, [{stop_timeout, 300}]}. {two, [{do, hang_in_stop}]}.");
    Process node = Foreground.start(host, release).until("1.0 runs").process();
    node.destroy();
    try {
      assertTrue(node.waitFor(20, TimeUnit.SECONDS));
    } finally {
      node.destroyForcibly();
    }
  }

  @Test
  void attemptsThatAllFailEndWithStatusOne() throws Exception {
    String release =
        host.release(
            "one", "{one, [{do, {fail_times, 9, \"%s\"}}]}.".formatted(folder.resolve("fg9")));
    Foreground node = Foreground.start(host, release, "--start-retries", "2", "--start-delay", "0");
    assertEquals(1, node.status());
    assertTrue(
        node.written().contains("did not start: probe:start/2: {attempt,3}"), node.written());
    assertFalse(node.written().contains("{attempt,4}"), node.written());
  }

  @Test
  void theWaitForTheNextAttemptCanBeSeenAndStopped() throws Exception {
    String release =
        host.release("one, two", "{two, [{do, {fail, no_disk}}]}. {node, [{start_delay, 3600}]}.");
    Foreground node = Foreground.start(host, release).until("no_disk");
    String status = call(release, "enit_node", "boot_status");
    assertTrue(status.contains("state => starting"), status);
    assertTrue(status.contains("waiting => [two]"), status);
    assertTrue(status.contains("application => two"), status);
    assertTrue(status.matches(".*retry_in => 3[56]\\d{5}.*"), status);
    assertEquals("ok", call(release, "enit_node", "stop"));
    assertEquals(0, node.status(), node.written());
  }

  @Test
  void aPartStartsWithTheWhole() throws Exception {
    Path trace = folder.resolve("parts");
    String release =
        host.release("part, whole, one", "{probe, [{trace, \"%s\"}]}.".formatted(trace));
    Foreground.start(host, release).until("1.0 runs");
    assertEquals(List.of("start whole", "start probe", "start one"), Files.readAllLines(trace));
    String loaded =
        call(release, "application", "get_key", WireTerms.atom("part"), WireTerms.atom("vsn"));
    assertEquals("{ok,\"1.0\"}", loaded);
  }

  @Test
  void anIncludedApplicationThatAnotherOneDependsOnIsStartedByItself() throws Exception {
    Path trace = folder.resolve("awaited");
    String release = host.release("whole, guest", "{probe, [{trace, \"%s\"}]}.".formatted(trace));
    Foreground.start(host, release).until("1.0 runs");
    assertEquals(
        List.of("start whole", "start probe", "start part", "start guest"),
        Files.readAllLines(trace));
  }

  @Test
  void anotherUserIsAnotherUser() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root becomes another user");
    UserEntry nobody = NameService.user("nobody").orElseThrow();
    String release = host.release("one", "{node, [{run_as_user, \"nobody\"}]}.");
    Foreground node = Foreground.start(host, release).until("1.0 runs");
    List<String> status = proc(node.pid(), "status").lines().toList();
    assertTrue(status.contains("Uid:" + ("\t" + nobody.uid()).repeat(4)), status.toString());
    assertTrue(status.contains("Gid:" + ("\t" + nobody.gid()).repeat(4)), status.toString());
    assertTrue(status.stream().anyMatch(l -> l.strip().equals("Groups:\t" + nobody.gid())));
    List<String> environment = List.of(proc(node.pid(), "environ").split("\0"));
    assertTrue(environment.contains("HOME=" + nobody.home()), environment.toString());
    assertTrue(environment.contains("USER=nobody"), environment.toString());
    assertTrue(environment.contains("LOGNAME=nobody"), environment.toString());
    assertEquals(1, environment.stream().filter(v -> v.startsWith("HOME=")).count());
  }

  @Test
  void theEnvironmentOfTheCallerStopsAtAnotherUser() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root becomes another user");
    String env = "{env, [{\"GREETING\", \"hello\"}, {\"ERL_ZFLAGS\", \"+A 3\"}]}";
    String release = host.release("one", "{node, [{run_as_user, \"nobody\"}, %s]}.".formatted(env));
    List<String> environment = environmentOf(release, Map.of("LC_TIME", "C", "TZ", "UTC"));
    assertEquals(Set.of("hello"), values(environment, "GREETING"));
    assertEquals(Set.of("+A 3"), values(environment, "ERL_ZFLAGS"));
    assertEquals(Set.of("C"), values(environment, "LC_TIME"));
    assertEquals(Set.of("UTC"), values(environment, "TZ"));
    String libraries = host.folder().resolve("lib").toString();
    assertEquals(Set.of(libraries), values(environment, "ERL_LIBS"));
    for (String name : List.of("ERL_FLAGS", "ERL_AFLAGS", "ERL_INETRC", "XDG_RUNTIME_DIR", "X")) {
      assertEquals(Set.of(), values(environment, name), name);
    }
    assertEquals(
        "undefined",
        call(release, "application", "get_env", WireTerms.atom("node"), WireTerms.atom("env")));
  }

  @Test
  void theSameUserKeepsItsEnvironment() throws Exception {
    String release = host.release("one", "{node, [{env, [{\"X\", \"2\"}]}]}.");
    List<String> environment = environmentOf(release, Map.of());
    assertEquals(Set.of("2"), values(environment, "X"));
    assertEquals(Set.of("/of-the-caller"), values(environment, "XDG_RUNTIME_DIR"));
    String libraries = host.folder().resolve("lib") + ":/of-the-caller";
    assertEquals(Set.of(libraries), values(environment, "ERL_LIBS"));
  }

  /** Returns the environment of a node whose start had variables of its caller. */
  private static List<String> environmentOf(String release, Map<String, String> more)
      throws Exception {
    ProcessBuilder builder = host.command("startfg", release);
    builder.environment().putAll(more);
    builder
        .environment()
        .putAll(
            Map.of(
                "ERL_FLAGS", "-of_the_caller",
                "ERL_AFLAGS", "-of_the_caller",
                "ERL_ZFLAGS", "-of_the_caller",
                "ERL_INETRC", "/of-the-caller",
                "XDG_RUNTIME_DIR", "/of-the-caller",
                "ERL_LIBS", "/of-the-caller",
                "X", "1"));
    Foreground node = Foreground.start(builder).until("1.0 runs");
    return List.of(proc(node.pid(), "environ").split("\0"));
  }

  private static Set<String> values(List<String> environment, String name) {
    return environment.stream()
        .filter(variable -> variable.startsWith(name + "="))
        .map(variable -> variable.substring(name.length() + 1))
        .collect(Collectors.toSet());
  }

  @Test
  void aNameThatTheEmulatorTakesForAFlagIsRefused() throws Exception {
    for (String name : List.of("-eval", "+S")) {
      String release = host.release("one", "{node, [{nodename, \"%s\"}]}.".formatted(name));
      Outcome outcome = host.run("startfg", release);
      assertEquals(1, outcome.status(), outcome.toString());
      assertTrue(outcome.stderr().contains("cannot start: EN603"), outcome.stderr());
    }
  }

  @Test
  void aDirectoryThatIsClosedToTheUserIsLeft() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root becomes another user");
    String release = host.release("one", "{node, [{run_as_user, \"nobody\"}]}.");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    Foreground node = Foreground.start(host, closed, release).until("1.0 runs");
    assertEquals("/", Files.readSymbolicLink(Path.of("/proc/" + node.pid() + "/cwd")).toString());
    assertFalse(node.written().contains("eacces"), node.written());
  }

  @Test
  void aGroupAloneKeepsTheUser() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root becomes another user");
    int daemon = NameService.group("daemon").orElseThrow().gid();
    String release = host.release("one", "{node, [{run_as_group, \"daemon\"}]}.");
    Foreground node = Foreground.start(host, release).until("1.0 runs");
    List<String> status = proc(node.pid(), "status").lines().toList();
    assertTrue(status.contains("Uid:" + "\t0".repeat(4)), status.toString());
    assertTrue(status.contains("Gid:" + ("\t" + daemon).repeat(4)), status.toString());
  }

  @Test
  void whoIsNotRootIsToldSo() throws Exception {
    String release =
        host.release("one", "{node, [{run_as_user, \"root\"}, {run_as_group, \"daemon\"}]}.");
    if (ProcessIdentity.uid() == 0) {
      // It may read all files: those of this program may belong to root alone.
      List<String> command =
          List.of(
              "setpriv",
              "--reuid=65534",
              "--regid=65534",
              "--clear-groups",
              "--inh-caps=+dac_read_search",
              "--ambient-caps=+dac_read_search");
      ProcessBuilder builder = host.command("startfg", release);
      builder.command().addAll(0, command);
      Process process = builder.start();
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(err.contains("only root can start this release"), err);
      assertEquals(1, process.waitFor());
    } else {
      Outcome outcome = host.run("startfg", release);
      assertTrue(outcome.stderr().contains("only root can start this release"), outcome.stderr());
    }
  }

  @Test
  void systemdIsTold() throws Exception {
    String release =
        host.release(
            "one, two", "{two, [{do, {fail_times, 1, \"%s\"}}]}.".formatted(folder.resolve("sd")));
    Path socket = folder.resolve("notify");
    try (Listener systemd = Listener.on(socket.toString(), folder)) {
      host.variable("NOTIFY_SOCKET", socket.toString());
      Foreground node = Foreground.start(host, release, "--start-delay", "0").until("1.0 runs");
      host.variable("NOTIFY_SOCKET", "");
      assertEquals(
          List.of(
              "\"STATUS=starting probe (1 of 3)\"",
              "\"STATUS=starting one (2 of 3)\"",
              "\"STATUS=starting two (3 of 3)\"",
              "\"STATUS=two did not start: probe:start/2: {attempt,1}; attempt 2 follows in 0 s\"",
              "\"STATUS=starting two (3 of 3)\"",
              "\"READY=1\\nSTATUS=\""),
          systemd.until(line -> line.contains("READY")));
      call(release, "enit_node", "reloading");
      call(release, "enit_node", "reloaded");
      List<String> reload = systemd.until(line -> line.contains("READY"));
      assertTrue(
          reload.getFirst().matches("\"RELOADING=1\\\\nMONOTONIC_USEC=\\d+\""), reload.toString());
      node.process().toHandle().destroy();
      assertEquals(List.of("\"STOPPING=1\""), systemd.until(line -> line.contains("STOPPING")));
      node.status();
    }
  }
}
