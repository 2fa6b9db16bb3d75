package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.TestEpmd;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the cookie is disclosed only to users who can read the configuration. */
@Tag("node")
final class CookieTest {
  private static final int RANDOM_BYTES = 12;
  private static final String CTRL_G = "\u0007";

  private final String secret = secret();

  @TempDir Path folder;
  private EnitHost host;
  private SecretWatch watch;

  private static String secret() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    return "crumb" + HexFormat.of().formatHex(random);
  }

  @BeforeEach
  void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("one");
    watch = SecretWatch.start(secret, host.folder(), host.folder().resolve("etc/enit"));
  }

  @AfterEach
  void end() throws Exception {
    watch.close();
    host.close();
  }

  private String config(String more) {
    return "{node, [{cookie, \"%s\"}]}.%n%s".formatted(secret, more);
  }

  /** Runs a command that must not show the cookie, and is looked at while it runs. */
  private Outcome silent(int status, String... arguments) throws Exception {
    return silent(status, watched(arguments), arguments[0]);
  }

  /** As {@link #silent}, of a command that starts no process, in this one. */
  private Outcome silentHere(int status, String... arguments) {
    return silent(status, host.inProcess(arguments), arguments[0]);
  }

  private Outcome silent(int status, Outcome outcome, String command) {
    assertFalse(outcome.stdout().contains(secret), () -> command + ": " + outcome.stdout());
    assertFalse(outcome.stderr().contains(secret), () -> command + ": " + outcome.stderr());
    assertEquals(status, outcome.status(), () -> command + ": " + outcome);
    return outcome;
  }

  private Outcome watched(String... arguments) throws Exception {
    Process process = host.command(arguments).start();
    watch.sweep();
    process.getOutputStream().close();
    // None of these commands says so much on its standard error that it would have to wait.
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    Outcome outcome = new Outcome(process.waitFor(), out, err);
    assertTrue(watch.hasSeen(process.pid()), () -> arguments[0] + " was too fast: " + outcome);
    return outcome;
  }

  private String background() throws Exception {
    String release = host.release("one, runtime_tools", config("{one, [{key, 1}]}."));
    silent(0, "start", release, "--log", host.logFile(release).toString());
    return release;
  }

  @Test
  void nothingButTheTextOfTheStatusShowsIt() throws Exception {
    String release = background();
    Outcome status = watched("status", release);
    assertTrue(status.stdout().contains("Cookie:  " + secret), status.stdout());
    silentHere(0, "status", release, "--format", "json");
    silentHere(0, "list");
    silentHere(0, "list", "--format", "json");
    silent(0, "diff", release);
    for (String format : List.of("text", "json", "erlang")) {
      silentHere(0, "config", release, "--format", format);
    }
    silentHere(0, "config", "--all", "--format", "erlang");
    for (String command : List.of("check", "graph", "systemd")) {
      silentHere(0, command, release);
    }
    silentHere(0, "call", release, "application", "get_env", "[enit, applied]");
    silentHere(1, "start", release);
    reconfigurations(release);
    traces(release);
    shell(release);
    wrongCookie(release);
    silent(0, "stop", release);
    silentHere(1, "stop", release);
    silentHere(3, "status", release, "--format", "json");
    assertEquals(Set.of(), watch.found());
  }

  private void reconfigurations(String release) throws Exception {
    host.config(release, config("{one, [{key, 2}]}."));
    silentHere(2, "diff", release);
    silent(2, "diff", release, "--format", "json");
    silentHere(0, "reconfigure", release, "--dry-run");
    silent(0, "reconfigure", release);
    silentHere(0, "reconfigure", release, "--format", "json");
    host.config(release, config("{one, [{key, 2}]}. {node, [{cookie, 7}]}."));
    silentHere(1, "check", release);
    silentHere(1, "reconfigure", release);
    host.config(release, config("{one, [{key, 3}]}."));
  }

  private void shell(String release) throws Exception {
    try (Terminal shell = Terminal.of(host.command("remsh", release), "xterm")) {
      shell.await("1> ");
      watch.sweep();
      shell.processes().forEach(process -> assertTrue(watch.hasSeen(process.pid())));
      shell.type(CTRL_G);
      shell.await("-->");
      shell.type("q\r");
      assertEquals(0, shell.awaitEnd(), shell.all());
      assertFalse(shell.all().contains(secret), shell.all());
    }
  }

  private void traces(String release) throws Exception {
    String port = Integer.toString(TestEpmd.freePort());
    silentHere(0, "call", release, "enitdbg", "ip", "[" + port + "]");
    silentHere(0, "call", release, "enitdbg", "fn", "[lists, reverse]");
    silentHere(0, "call", release, "lists", "reverse", "[[1, 2]]");
    Process client = host.command("traceip", port).redirectErrorStream(true).start();
    watch.sweep();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.contains("lists:reverse")) {
      assertFalse(line.contains(secret), line);
      line = out.readLine();
    }
    assertTrue(line != null && !line.contains(secret), line);
    client.toHandle().destroy();
    assertTrue(out.lines().noneMatch(more -> more.contains(secret)));
    silentHere(0, "call", release, "enitdbg", "stop");
  }

  /** The one that the node has is not the one of the files then; neither is shown. */
  private void wrongCookie(String release) throws Exception {
    String old = secret;
    host.config(release, "{node, [{cookie, \"x%s\"}]}.".formatted(old));
    for (String command : List.of("diff", "reconfigure")) {
      String said = silentHere(1, command, release).stderr();
      assertTrue(said.contains("does not accept the cookie"), said);
    }
    silentHere(0, "list");
    host.config(release, config(""));
  }

  @Test
  void norDoesAReleaseInTheForeground() throws Exception {
    String release = host.release("one", config(""));
    Process node = host.command("startfg", release).redirectErrorStream(true).start();
    watch.sweep();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.contains("1.0 runs")) {
        watch.sweep();
        node.toHandle().destroy();
      }
    }
    assertEquals(0, node.waitFor(), said.toString());
    assertFalse(said.toString().contains(secret), said.toString());
    assertTrue(watch.hasSeen(node.pid()));
    assertEquals(Set.of(), watch.found());
  }

  /** It holds all atoms, and the cookie is one. */
  @Test
  void aCrashDumpIsNotForEverybody() throws Exception {
    String release = background();
    silent(1, "call", release, "erlang", "halt", "[\"the end\"]");
    Path dump = host.folder().resolve(release + ".crash_dump");
    watch.await(dump.toString()::equals);
    Set<PosixFilePermission> others =
        Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
    assertTrue(
        Files.getPosixFilePermissions(dump).stream().noneMatch(others::contains),
        () -> "everybody can read " + dump);
  }

  @Test
  void theWatchSeesWhatThereIsToSee() throws Exception {
    Process argument = new ProcessBuilder("sh", "-c", "read x; : " + secret).start();
    watch.await(("/proc/" + argument.pid() + "/cmdline")::equals);
    argument.destroy();
    ProcessBuilder builder = new ProcessBuilder("cat");
    builder.environment().put("X", "a" + secret + "b");
    Process variable = builder.start();
    watch.await(("/proc/" + variable.pid() + "/environ")::equals);
    variable.destroy();
    Path file = Files.createDirectories(host.folder().resolve("a/b")).resolve("c");
    Files.writeString(file, "x\n" + secret);
    watch.await(file.toString()::equals);
    Path shared = Files.createTempFile("enit", "");
    try {
      Files.writeString(shared, secret);
      watch.await(shared.toString()::equals);
    } finally {
      Files.delete(shared);
    }
  }
}
