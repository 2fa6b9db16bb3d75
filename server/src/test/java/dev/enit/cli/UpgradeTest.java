package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.core.node.Agent;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.otp.OtpLocator;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests applications that are upgraded, changed or removed while a node runs them. */
@Tag("node")
final class UpgradeTest {
  @TempDir static Path folder;
  private static EnitHost host;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Path ebin(String app, String version) {
    return host.folder().resolve("lib").resolve(app + "-" + version).resolve("ebin");
  }

  /** Installs an application of two modules; the answers of the functions are their code. */
  private static void install(String app, String version, int first, int second)
      throws IOException, InterruptedException {
    Path ebin = Files.createDirectories(ebin(app, version));
    module(ebin, app + "_first", first);
    module(ebin, app + "_second", second);
    Files.writeString(
        ebin.resolve(app + ".app"),
        "{application, %1$s, [{vsn, \"%2$s\"}, {modules, [%1$s_first, %1$s_second]}, {applications, [kernel, stdlib]}]}."
            .formatted(app, version));
  }

  private static void module(Path ebin, String name, int answer)
      throws IOException, InterruptedException {
    Path source = host.folder().resolve(name + ".erl");
    Files.writeString(
        source, "-module(%s).%n-export([answer/0]).%nanswer() -> %d.%n".formatted(name, answer));
    List<String> erlc = List.of("erlc", "-o", ebin.toString(), source.toString());
    assertEquals(0, new ProcessBuilder(erlc).inheritIO().start().waitFor());
  }

  private static void remove(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String started(String applications) throws Exception {
    String release = host.release(applications, "");
    Outcome outcome = host.run("start", release, "--log", host.logFile(release).toString());
    assertEquals(0, outcome.status(), outcome.toString());
    prints(release + "@here runs with the configuration on disk.\n", "diff", release);
    return release;
  }

  private static void prints(String expected, String... arguments) throws Exception {
    assertEquals(new Outcome(0, expected, ""), host.inProcess(arguments));
  }

  private static void differs(String release, String expected) throws Exception {
    String text =
        """
        Release %1$s and its node %1$s@here differ.

        """
            + expected;
    assertEquals(new Outcome(2, text.formatted(release), ""), host.inProcess("diff", release));
  }

  private static String call(String release, String module, String function, String... arguments)
      throws Exception {
    try (Agent agent = host.agent(release)) {
      List<Term> terms = Stream.of(arguments).map(UpgradeTest::term).toList();
      Deadline soon = Deadline.in(Duration.ofSeconds(20));
      return TermPrinter.print(agent.client().call(module, function, terms, soon));
    }
  }

  private static Term term(String text) {
    return Objects.requireNonNull(TermParser.parse(text + ".").forms().getFirst().term());
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst().orElse(text);
  }

  private static JsonObject json(String... arguments) throws Exception {
    return JsonParser.parseString(host.inProcess(arguments).stdout()).getAsJsonObject();
  }

  @Test
  void aNewVersionNeedsARestart() throws Exception {
    install("apple", "1.0.1", 1, 1);
    String release = started("sasl, apple");
    install("apple", "1.1.0", 2, 2);
    differs(
        release,
        """
        With the next start of the node, `enit restart %1$s`:
          ~ application apple 1.0.1 → 1.1.0
        """);
    Outcome list = host.inProcess("list");
    assertTrue(
        line(list.stdout(), release).endsWith("  running, restart needed: apple 1.0.1 → 1.1.0"),
        list.stdout());
    String status = host.inProcess("status", release).stdout();
    assertTrue(
        status.contains("currently online.\n\nRestart needed:\n apple 1.0.1 → 1.1.0\n\nOTP: "),
        status);
    assertEquals(
        "[\"apple 1.0.1 → 1.1.0\"]",
        json("status", "--format", "json", release).get("restart_reasons").toString());
    JsonObject restart = json("diff", "--format", "json", release).getAsJsonObject("restart");
    assertEquals("[\"apple 1.0.1 → 1.1.0\"]", restart.get("reasons").toString());
    assertEquals(
        "[{\"application\":\"apple\",\"running\":\"1.0.1\",\"installed\":\"1.1.0\",\"modules\":[]}]",
        restart.getAsJsonObject("applications").get("changed").toString());
    assertTrue(restart.get("otp").isJsonNull());
    prints(
        """
        reconfigure: config unchanged
        waits for a restart of the node: apple 1.0.1 → 1.1.0
        """,
        "reconfigure",
        release);
    remove(host.folder().resolve("lib/apple-1.0.1"));
    differs(
        release,
        """
        With the next start of the node, `enit restart %1$s`:
          ~ application apple 1.0.1 → 1.1.0
          - code path $HOST/lib/apple-1.0.1/ebin no longer exists
        """);
    String log = host.logFile(release).toString();
    assertEquals(0, host.run("restart", release, "--log", log).status());
    prints(release + "@here runs with the configuration on disk.\n", "diff", release);
  }

  /** Only loaded modules count, and the same code is the same, however old its file is. */
  @Test
  void otherCodeOfTheSameVersionNeedsARestart() throws Exception {
    install("berry", "1.0", 1, 1);
    String release = started("sasl, berry");
    install("berry", "1.0", 1, 1);
    prints(release + "@here runs with the configuration on disk.\n", "diff", release);
    call(release, "code", "delete", "berry_first");
    call(release, "code", "purge", "berry_first");
    install("berry", "1.0", 2, 1);
    prints(release + "@here runs with the configuration on disk.\n", "diff", release);
    install("berry", "1.0", 2, 2);
    String reason = "berry 1.0: other code (1 module differs)";
    differs(
        release,
        """
        With the next start of the node, `enit restart %1$s`:
          ~ application berry 1.0: other code (1 module differs)
              modules: berry_second
        """);
    assertTrue(host.inProcess("list").stdout().contains("restart needed: " + reason));
    // Loaded by hand, it is what a start would load.
    call(release, "code", "load_file", "berry_second");
    prints(release + "@here runs with the configuration on disk.\n", "diff", release);
  }

  @Test
  void modulesThatWereLoadedByHandAreToldApart() throws Exception {
    install("cherry", "1.0", 1, 1);
    String release = started("sasl, cherry");
    Path elsewhere = Files.createDirectories(host.folder().resolve("patch"));
    module(elsewhere, "cherry_first", 1);
    call(release, "code", "load_abs", "\"" + elsewhere.resolve("cherry_first") + "\"");
    prints(release + "@here runs with the configuration on disk.\n", "diff", release);
    module(elsewhere, "cherry_first", 3);
    call(release, "code", "purge", "cherry_first");
    call(release, "code", "load_abs", "\"" + elsewhere.resolve("cherry_first") + "\"");
    differs(
        release,
        """
        Loaded by hand while the node runs; the next start loads what is installed:
          ! module cherry_first of cherry  from $HOST/patch
        """);
    String status = host.inProcess("status", release).stdout();
    assertTrue(status.contains("\nModules loaded by hand:\n cherry_first\n\nOTP: "), status);
    assertFalse(status.contains("Restart needed"), status);
  }

  /** An OTP that has the applications of this one and another emulator. */
  @Test
  void anotherOtpNeedsARestart() throws Exception {
    String release = started("sasl");
    OtpInstall present = OtpLocator.locate(Optional.empty(), System.getenv("PATH")).orElseThrow();
    Path root = Files.createDirectories(host.folder().resolve("otp"));
    Files.createSymbolicLink(root.resolve("lib"), present.libDir());
    Path version = Files.createDirectories(root.resolve("releases/99")).resolve("OTP_VERSION");
    Files.writeString(version, "99.1\n");
    Files.createDirectories(root.resolve("bin"));
    Files.writeString(root.resolve("bin/erl"), "BINDIR=\"$ROOTDIR/erts-98.7/bin\"\n");
    String change = "OTP " + present.version() + " → 99.1\n";
    Outcome diff = host.inProcess("diff", "--otp", root.toString(), release);
    assertTrue(
        diff.stdout().endsWith("`enit restart " + release + "`:\n  ~ " + change), diff.stdout());
    assertEquals(2, diff.status());
    String status = host.inProcess("status", "--otp", root.toString(), release).stdout();
    assertTrue(
        status.contains("\nRestart needed:\n another " + change.replace("OTP", "OTP:")), status);
    // The same release of OTP with a newer emulator.
    Files.writeString(version, present.version() + "\n");
    Files.move(version.getParent(), root.resolve("releases/" + present.release()));
    diff = host.inProcess("diff", "--otp", root.toString(), release);
    assertTrue(diff.stdout().contains(" → erts 98.7\n"), diff.stdout());
  }

  /** All that enit does with a node works without the folder that the node had enit from. */
  @Test
  void enitMayBeMovedWhileItsNodesRun() throws Exception {
    Path moved = Files.createDirectories(host.folder().resolve("enit-old/ebin"));
    Path present = Path.of(System.getProperty("enit.erlang"));
    try (Stream<Path> files = Files.list(present)) {
      for (Path file : files.toList()) {
        Files.copy(file, moved.resolve(file.getFileName()));
      }
    }
    install("date", "1.0", 1, 1);
    host.erlang(moved);
    String release = host.release("sasl, date", "");
    assertEquals(0, host.run("start", release, "--log", host.logFile(release).toString()).status());
    host.erlang(present);
    remove(host.folder().resolve("enit-old"));
    for (Path module : modules(present)) {
      String name = module.getFileName().toString().replace(".beam", "");
      assertEquals("true", call(release, "erlang", "module_loaded", name), name);
    }
    Outcome diff = host.inProcess("diff", release);
    assertEquals(
        new Outcome(
            0,
            """
            %s@here runs with the configuration on disk.

            Code path $HOST/enit-old/ebin no longer exists. It is that of enit itself; the next start uses the installed enit.
            """
                .formatted(release),
            ""),
        diff);
    assertTrue(
        host.inProcess("status", release)
            .stdout()
            .contains("Code path $HOST/enit-old/ebin no longer"));
    host.config(release, "{date, [{ripe, true}]}. {kernel, [{logger_level, error}]}.");
    Outcome reconfigured = host.inProcess("reconfigure", release);
    assertTrue(
        reconfigured.stdout().startsWith("reconfigure: config changes applied"),
        reconfigured.toString());
    assertEquals("{ok,true}", call(release, "application", "get_env", "date", "ripe"));
    assertEquals(0, host.run("stop", release).status());
  }

  private static List<Path> modules(Path ebin) throws IOException {
    try (Stream<Path> files = Files.list(ebin)) {
      return files.filter(file -> file.toString().endsWith(".beam")).toList();
    }
  }
}
