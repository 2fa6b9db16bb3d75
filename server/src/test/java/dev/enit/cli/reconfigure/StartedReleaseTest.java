package dev.enit.cli.reconfigure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Listener;
import dev.enit.cli.Outcome;
import dev.enit.core.node.Agent;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.grammar.term.TermValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the reconfiguration of a release that enit started and that then changed on disk: the
 * application of the samples.
 */
@Tag("node")
final class StartedReleaseTest {
  private static final Path SAMPLE = Path.of("../samples/relex/lib/relex_application-1.0.1");
  private static final String SETTINGS =
      """
      {kernel, [{start_timer, true}, {logger, [{handler, default, logger_std_h, #{}}]}]}.
      {relex_application, [{frozzle_timeout, 6000}, {kabozzle_domain, "relex.com"}]}.
      {snmp, [{agent, []}]}. {enit, [{release_dir, "/nowhere"}]}.
      """;
  private static final String UNCHANGED = "reconfigure: config unchanged\n";

  @TempDir static Path folder;
  private static EnitHost host;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    Path ebin = host.folder().resolve("lib/relex_application-1.0.1/ebin");
    Files.createDirectories(ebin);
    Files.copy(SAMPLE.resolve("ebin/relex_application.app"), ebin.resolve("relex_application.app"));
    List<String> erlc = new ArrayList<>(List.of("erlc", "-o", ebin.toString()));
    try (Stream<Path> sources = Files.list(SAMPLE.resolve("src"))) {
      sources.forEach(source -> erlc.add(source.toString()));
    }
    assertEquals(0, new ProcessBuilder(erlc).inheritIO().start().waitFor());
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static String started(String config) throws Exception {
    String release = host.release("sasl, relex_application", config);
    Outcome outcome = host.run("start", release, "--log", host.logFile(release).toString());
    assertEquals(0, outcome.status(), outcome.toString());
    return release;
  }

  private static String call(String release, String module, String function, Term... arguments)
      throws Exception {
    try (Agent agent = host.agent(release)) {
      Deadline soon = Deadline.in(Duration.ofSeconds(20));
      return TermPrinter.print(agent.client().call(module, function, List.of(arguments), soon));
    }
  }

  /** Returns a text without the order of map keys, which differs from OTP to OTP. */
  private static Term term(String text) {
    return Objects.requireNonNull(TermParser.parse(text + ".").forms().getFirst().term());
  }

  private static void prints(String expected, String... arguments) throws Exception {
    assertEquals(new Outcome(0, expected, ""), host.run(arguments));
  }

  @Test
  void theApplicationIsToldExactlyTheChange() throws Exception {
    String release = started(SETTINGS);
    prints(release + "@here runs with the configuration on disk.\n", "diff", release);
    prints(UNCHANGED, "reconfigure", release);
    host.config(release, SETTINGS.replace("relex.com", "relex.changed.com"));
    prints(
        """
        reconfigure: config changes applied
          relex_application: notified, ok
        """,
        "reconfigure",
        release);
    String changes = call(release, "relex_application", "changes");
    String expected =
        "[#{changed => [{kabozzle_domain,\"relex.changed.com\"}],new => [],removed => []}]";
    assertTrue(TermValue.same(term(expected), term(changes)), changes);
    prints(UNCHANGED, "reconfigure", release);
  }

  @Test
  void anApplicationThatRefusesKeepsItsSettings() throws Exception {
    String release = started(SETTINGS);
    host.config(release, SETTINGS.replace("6000", "-6000"));
    Outcome outcome = host.run("reconfigure", release);
    assertEquals(1, outcome.status());
    assertTrue(
        outcome.stderr().contains("everything was rolled back: {bad_value,frozzle_timeout,-6000}"),
        outcome.stderr());
    String settings = call(release, "relex_application", "settings");
    assertTrue(settings.contains("frozzle_timeout => 6000"), settings);
  }

  /** Its own default comes back, not what enit started it with. */
  @Test
  void theDefaultComesBackWithoutTheSection() throws Exception {
    String release = started(SETTINGS);
    host.config(release, SETTINGS.lines().limit(1).reduce("", String::concat));
    assertEquals(0, host.run("reconfigure", release).status());
    assertEquals(
        "#{frozzle_timeout => 5000,kabozzle_domain => \"example.org\"}",
        call(release, "relex_application", "settings"));
    prints(UNCHANGED, "reconfigure", release);
  }

  @Test
  void whatOnlyARestartBringsIsSaid() throws Exception {
    String release = started(SETTINGS);
    Path specification = host.folder().resolve("var/lib/enit/" + release + "/release.enit");
    Files.writeString(
        specification,
        Files.readString(specification).replace("sasl,", "runtime_tools,").replace("1.0", "1.1"));
    host.config(
        release, SETTINGS.replace("start_timer", "start_disk_log") + "{node, [{hidden, true}]}.");
    assertEquals(
        """
        Release %1$s and its node %1$s@here differ.

        To be applied by `enit reconfigure %1$s`:
        kernel
          + start_disk_log = true  etc/enit/%1$s/user.config:3
              takes effect with the next start of the node
          - start_timer
              was true; no file sets it any more, so it is unset; takes effect with the next start of the node

        With the next start of the node, `enit restart %1$s`:
          version 1.0 becomes that of the files
          + application runtime_tools
          - application sasl
          + node hidden = true  etc/enit/%1$s/user.config:6
        """
            .formatted(release),
        host.run("diff", release).stdout());
    String waits =
        "waits for a restart of the node: kernel start_disk_log, kernel start_timer, node hidden,"
            + " application runtime_tools, no more application sasl\n";
    prints(
        "reconfigure: config changes applied\n"
            + "  kernel: set, takes effect with the next start of the node\n"
            + waits,
        "reconfigure",
        release);
    prints(UNCHANGED + waits, "reconfigure", release);
  }

  @Test
  void theServiceManagerHearsOfIt() throws Exception {
    Path socket = host.folder().resolve("notify");
    try (Listener systemd = Listener.on(socket.toString(), host.folder())) {
      host.variable("NOTIFY_SOCKET", socket.toString());
      String release = started(SETTINGS);
      host.variable("NOTIFY_SOCKET", "");
      systemd.until(line -> line.contains("READY=1"));
      host.config(release, SETTINGS.replace("relex.com", "relex.changed.com"));
      assertEquals(0, host.run("reconfigure", release).status());
      List<String> heard = systemd.until(line -> line.contains("READY=1"));
      assertTrue(heard.getFirst().startsWith("\"RELOADING=1"), heard.toString());
      assertEquals(2, heard.size(), heard.toString());
    }
  }

  @Test
  void aReleaseWhoseFilesAreGoneIsNotTouched() throws Exception {
    String release = started(SETTINGS);
    Path files = host.folder().resolve("var/lib/enit/" + release);
    Files.delete(files.resolve("release.enit"));
    Files.delete(files);
    Outcome outcome = host.run("reconfigure", release);
    assertEquals(1, outcome.status());
    assertTrue(outcome.stderr().startsWith("enit: no release `" + release), outcome.stderr());
    assertEquals(
        "{ok,6000}",
        call(
            release,
            "application",
            "get_env",
            WireTerms.atom("relex_application"),
            WireTerms.atom("frozzle_timeout")));
  }
}
