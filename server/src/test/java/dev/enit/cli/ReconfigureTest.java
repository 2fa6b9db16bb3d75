package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.TestEpmd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code enit reconfigure} on a real node, and everything that may go wrong with it. */
@Tag("node")
final class ReconfigureTest {
  private static TestEpmd epmd;

  @TempDir Path root;
  private Farm farm;

  @BeforeAll
  static void startEpmd() throws Exception {
    epmd = TestEpmd.start();
  }

  @AfterAll
  static void endEpmd() {
    epmd.close();
  }

  @BeforeEach
  void start() throws Exception {
    farm = Farm.start(root.toRealPath(), epmd);
  }

  @AfterEach
  void end() {
    farm.close();
  }

  private void printed(String expected, String... arguments) {
    assertEquals(new Outcome(0, expected, ""), farm.enit(arguments));
  }

  private Outcome reconfigure(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "reconfigure";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = "farm";
    return farm.enit(arguments);
  }

  @Test
  void everyApplicationIsToldItsChangeAndNothingElse() throws Exception {
    farm.configure(
        """
        {hen, [{eggs, 2}, {feathers, white}]}.
        {mouse, [{size, 2}]}.
        {barn, [{size, 2}]}.
        """);
    printed(
        """
        reconfigure: config changes applied
          hen: told, ok
          mouse: set, not told: it has no config_change/3
          barn: set, not told: it is a library
        """,
        "reconfigure",
        "farm");
    printed("reconfigure: config unchanged\n", "reconfigure", "farm");
    assertEquals("[{hen,{[{eggs,2}],[{feathers,white}],[]}}]", farm.heard());
    assertEquals("2", farm.value("mouse", "size"));
    assertEquals("2", farm.value("barn", "size"));
  }

  @Test
  void whatIsGoneFromTheDiskIsTakenBack() throws Exception {
    farm.adopt("{hen, [{eggs, 2}, {feathers, white}]}. {barn, [{size, 2}]}.");
    farm.configure("");
    printed(
        """
        reconfigure: config changes applied
          hen: told, ok
          barn: set, not told: it is a library
        """,
        "reconfigure",
        "farm");
    assertTrue(farm.heard().endsWith(",{hen,{[{eggs,1}],[],[feathers]}}]"), farm.heard());
    assertEquals("1", farm.value("barn", "size"));
    printed("reconfigure: config unchanged\n", "reconfigure", "farm");
  }

  @Test
  void oneAndOnePointZeroAreNotTheSame() throws Exception {
    farm.adopt("{hen, [{eggs, 2}]}.");
    farm.configure("{hen, [{eggs, 2.0}]}.");
    assertEquals(0, reconfigure().status());
    assertEquals("2.0", farm.value("hen", "eggs"));
  }

  @Test
  void whatOthersSetAtRunTimeIsLeftAlone() throws Exception {
    farm.adopt("{hen, [{eggs, 2}]}.");
    farm.set("hen", "eggs", "7");
    farm.set("hen", "moult", "soon");
    farm.configure("{hen, [{eggs, 2}, {feathers, white}]}.");
    printed(
        """
        reconfigure: config changes applied
          hen: told, ok
        changed at run time and left alone: hen eggs (--force sets it back)
        """,
        "reconfigure",
        "farm");
    assertEquals("7", farm.value("hen", "eggs"));
    printed(
        """
        reconfigure: config changes applied
          hen: told, ok
        """,
        "reconfigure",
        "--force",
        "farm");
    assertEquals("2", farm.value("hen", "eggs"));
    assertEquals("soon", farm.value("hen", "moult"));
  }

  @Test
  void aValueThatOthersSetIsOverwrittenWhereTheDiskSaysSomethingNew() throws Exception {
    farm.adopt("{hen, [{eggs, 2}]}.");
    farm.set("hen", "eggs", "7");
    farm.configure("{hen, [{eggs, 3}]}.");
    assertEquals(0, reconfigure().status());
    assertEquals("3", farm.value("hen", "eggs"));
  }

  @Test
  void nothingHappensInADryRun() throws Exception {
    farm.configure("{hen, [{eggs, 2}]}.");
    Outcome outcome = reconfigure("--dry-run");
    assertTrue(
        outcome.stdout().endsWith("\nreconfigure: nothing was changed (--dry-run)\n"),
        outcome.stdout());
    assertTrue(outcome.stdout().contains("  ~ eggs = 2  etc/enit/farm/user.config:1\n"));
    assertEquals(0, outcome.status());
    assertEquals("1", farm.value("hen", "eggs"));
    assertEquals("[]", farm.heard());
  }

  /** Sets the conduct of cock, which comes last, and changes something in all applications. */
  private void prepare(String conduct) throws Exception {
    farm.set("cock", "conduct", conduct);
    farm.configure("{hen, [{eggs, 2}]}. {cock, [{crows, 2}]}. {barn, [{size, 2}]}.");
  }

  private void everythingIsAsBefore() throws Exception {
    assertEquals("1", farm.value("hen", "eggs"));
    assertEquals("1", farm.value("cock", "crows"));
    assertEquals("1", farm.value("barn", "size"));
    assertEquals("undefined", farm.call("application", "get_env", "enit", "applied"));
    assertEquals("undefined", farm.call("erlang", "whereis", "enit_reconfigure"));
  }

  private static final String TOLD_AND_BACK =
      "[{hen,{[{eggs,2}],[],[]}},{cock,{[{crows,2}],[],[]}},"
          + "{cock,{[{crows,1}],[],[]}},{hen,{[{eggs,1}],[],[]}}]";

  @Test
  void anErrorTakesEverythingBack() throws Exception {
    prepare("{return, {error, {no_crows, 2}}}");
    assertEquals(
        new Outcome(
            1,
            """
            reconfigure: config changes not applied
              hen: told, ok
              cock: told, error: {no_crows,2}
            taken back:
              cock: has its former environment; told so, it answered with the error {no_crows,2}
              hen: told, ok
            """,
            "enit: `cock` answered with an error, so everything was taken back: {no_crows,2}."
                + " Correct its configuration; `enit diff farm` shows what it was told\n"),
        reconfigure());
    everythingIsAsBefore();
    assertEquals(TOLD_AND_BACK, farm.heard());
  }

  @Test
  void aCrashTakesEverythingBack() throws Exception {
    prepare("crash");
    Outcome outcome = reconfigure();
    assertTrue(
        outcome.stderr().contains("`cock` crashed when it was told of its change"),
        outcome.stderr());
    assertTrue(outcome.stderr().contains("error badarg in erlang:binary_to_integer/1"));
    everythingIsAsBefore();
    assertEquals(TOLD_AND_BACK, farm.heard());
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedForForEver() throws Exception {
    prepare("wait");
    Outcome outcome = reconfigure("--timeout", "1");
    assertTrue(
        outcome.stderr().startsWith("enit: `cock` did not answer in 1000 ms"), outcome.stderr());
    everythingIsAsBefore();
  }

  @Test
  void settingTheEnvironmentInTheCallbackDoesNotBlock() throws Exception {
    prepare("{set_env, nests, 3, ok}");
    assertEquals(0, reconfigure().status());
    assertEquals("3", farm.value("cock", "nests"));
  }

  @Test
  void ofTwoAtOnceTheSecondIsRefused() throws Exception {
    prepare("wait");
    CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(this::reconfigure);
    farm.call("listener", "await", "cock");
    Outcome second = reconfigure();
    farm.call("listener", "go_on", "cock");
    assertEquals(1, second.status());
    assertTrue(second.stderr().startsWith("enit: another reconfiguration of `"), second.stderr());
    assertEquals(0, first.get().status());
    assertEquals(
        "[{hen,{[{eggs,2}],[],[]}},{cock,{[{crows,2}],[],[]}}]",
        farm.heard(),
        "the second one has told nobody");
  }

  @Test
  void aNodeThatIsKilledMeanwhileIsToldOf() throws Exception {
    prepare("wait");
    CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(this::reconfigure);
    farm.call("listener", "await", "cock");
    farm.node.kill();
    assertEquals(1, outcome.get().status());
    assertTrue(
        outcome.get().stderr().startsWith("enit: nobody can say here whether the change was made."),
        outcome.get().stderr());
  }

  /** SIGTERM goes the way of SIGINT, which whoever runs the tests may have switched off. */
  @Test
  void whatIsInterruptedIsTakenBack() throws Exception {
    prepare("wait");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Denit.erlang=" + System.getProperty("enit.erlang"),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "reconfigure",
            "farm");
    command.environment().putAll(farm.environment());
    Process process = command.start();
    farm.call("listener", "await", "cock");
    process.toHandle().destroy();
    // Told the opposite it waits as well.
    farm.call("listener", "await", "cock", "2");
    farm.call("listener", "go_on", "cock");
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(130, process.waitFor());
    assertEquals(
        """
        reconfigure: config changes not applied
          hen: told, ok
          cock: interrupted while it was told
        taken back:
          cock: told, ok
          hen: told, ok
        """,
        said);
    assertEquals(
        """
        enit: interrupted: taking back what was begun …
        enit: everything was taken back, the node has its former configuration
        """,
        error);
    everythingIsAsBefore();
  }

  @Test
  void aFileThatChangesAfterItWasReadStopsTheChange() throws Exception {
    prepare("ok");
    try (EpmdDetour detour =
        EpmdDetour.to(
            epmd.port(), () -> farm.write("etc/enit/farm/z.config", "{hen, [{eggs, 3}]}."))) {
      farm.environment().put("ERL_EPMD_PORT", Integer.toString(detour.port()));
      assertEquals(
          new Outcome(
              1,
              "",
              "enit: `etc/enit/farm/z.config` changed while it was being read, so nothing was"
                  + " changed in the node. Try again when the files are complete\n"),
          reconfigure());
    }
    everythingIsAsBefore();
    assertEquals("[]", farm.heard());
  }

  @Test
  void aConfigurationWithErrorsIsNotApplied() throws Exception {
    farm.configure("{hen, [{eggs, 2}]}. {node, [{hidden, 7}]}.");
    Outcome outcome = reconfigure();
    assertEquals(1, outcome.status());
    assertEquals("", outcome.stdout());
    assertTrue(
        outcome.stderr().startsWith("etc/enit/farm/user.config:1:38: error["), outcome.stderr());
    assertTrue(outcome.stderr().contains("so nothing was changed"), outcome.stderr());
    assertEquals("1", farm.value("hen", "eggs"));
  }

  @Test
  void aConfigurationThatCannotBeReadIsNotApplied() throws Exception {
    farm.configure("{hen, [{eggs, 2}]}. {barn, [");
    Outcome outcome = reconfigure();
    assertEquals(1, outcome.status());
    assertTrue(outcome.stderr().startsWith("etc/enit/farm/user.config:1:"), outcome.stderr());
    assertTrue(outcome.stderr().contains("so nothing was changed"), outcome.stderr());
    Outcome diff = farm.enit("diff", "farm");
    assertEquals(1, diff.status());
    assertTrue(diff.stderr().startsWith("enit: etc/enit/farm/user.config:1:"), diff.stderr());
    assertEquals("1", farm.value("hen", "eggs"));
  }

  @Test
  void aNodeThatDoesNotRunIsStatedWithTheReason() throws Exception {
    farm.write("etc/enit/farm/z.config", "{node, [{nodename, \"nobody\"}]}.");
    assertEquals(
        new Outcome(1, "", "enit: `nobody@cluster02` does not run; `enit start farm` starts it\n"),
        reconfigure());
  }

  @Test
  void aWrongCookieIsStatedWithoutShowingIt() throws Exception {
    farm.write("etc/enit/farm/z.config", "{node, [{cookie, \"opensesame\"}]}.");
    for (String command : new String[] {"diff", "reconfigure"}) {
      Outcome outcome = farm.enit(command, "farm");
      assertEquals(1, outcome.status());
      assertTrue(outcome.stderr().contains("does not accept the cookie"), outcome.stderr());
      assertEquals(-1, outcome.stderr().indexOf("opensesame"));
    }
  }

  @Test
  void parametersOfTheKernelTakeEffect() throws Exception {
    farm.configure("{kernel, [{logger_level, error}, {net_ticktime, 77}]}.");
    assertEquals(0, reconfigure().status());
    assertTrue(farm.call("logger", "get_primary_config").contains("level => error"));
    assertEquals("{ongoing_change_to,77}", farm.call("net_kernel", "get_net_ticktime"));
  }

  @Test
  void aParameterThatCannotTakeEffectIsTakenBack() throws Exception {
    farm.configure("{kernel, [{logger_level, loud}]}. {hen, [{eggs, 2}]}.");
    Outcome outcome = reconfigure();
    assertEquals(1, outcome.status());
    assertTrue(
        outcome.stderr().startsWith("enit: `logger_level` of `kernel` cannot take effect"),
        outcome.stderr());
    assertEquals("notice", farm.value("kernel", "logger_level"));
    assertEquals("1", farm.value("hen", "eggs"));
  }

  @Test
  void whatIsReadAtTheStartWaitsForOne() throws Exception {
    farm.adopt("{kernel, [{start_disk_log, true}]}.");
    String waits =
        """
        reconfigure: config unchanged
        waits for a restart of the node: kernel start_disk_log
        """;
    printed(waits, "reconfigure", "farm");
    farm.configure("");
    printed(
        """
        reconfigure: config changes applied
          kernel: told, ok
        """,
        "reconfigure",
        "farm");
  }

  /** It is remembered as applied, so that it differs once only. */
  @Test
  void aSectionOfAnApplicationThatIsNotLoadedHasNoEffect() throws Exception {
    farm.configure("{sasl, [{utc_log, true}]}.");
    printed(
        """
        reconfigure: config unchanged
        without effect, since nothing loads the application: sasl utc_log
        """,
        "reconfigure",
        "farm");
    printed("reconfigure: config unchanged\n", "reconfigure", "farm");
    assertEquals("undefined", farm.value("sasl", "utc_log"));
  }

  @Test
  void programsGetOneDocument() throws Exception {
    prepare("{return, no}");
    Outcome outcome = reconfigure("--format", "json");
    assertEquals(
        """
        {
          "release": "farm",
          "node": "%s",
          "outcome": "undone",
          "reason": "application",
          "message": "%s",
          "applications": [
            {
              "application": "hen",
              "answer": "ok",
              "text": ""
            },
        """
            .formatted(
                farm.node.name(),
                "`cock` answered neither `ok` nor an error when it was told of its change, so"
                    + " everything was taken back: no. That is a mistake in its config_change/3"),
        outcome.stdout().lines().limit(12).map(line -> line + "\n").reduce("", String::concat));
    assertEquals(1, outcome.status());
  }

  @Test
  void manyKeysAreOneChange() throws Exception {
    StringBuilder sections = new StringBuilder();
    for (String app : new String[] {"hen", "cock", "mouse", "barn"}) {
      sections.append("{").append(app).append(", [");
      for (int i = 0; i < 250; i++) {
        sections.append("{key_").append(i).append(", {value, ").append(i).append("}}, ");
      }
      sections.append("{last, true}]}.\n");
    }
    farm.configure(sections.toString());
    assertEquals(0, reconfigure().status());
    assertEquals("{value,249}", farm.value("barn", "key_249"));
    printed("reconfigure: config unchanged\n", "reconfigure", "farm");
  }
}
