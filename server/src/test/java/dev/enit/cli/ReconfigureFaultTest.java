package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Tests failures of {@code enit reconfigure}: the node is as it was then. */
final class ReconfigureFaultTest extends CoopTest {
  /** Sets the conduct of cock, which comes last, and changes something in all applications. */
  private void prepare(String conduct) throws Exception {
    coop.set("cock", "conduct", conduct);
    coop.configure("{hen, [{eggs, 2}]}. {cock, [{crows, 2}]}. {barn, [{size, 2}]}.");
  }

  private void everythingIsAsBefore() throws Exception {
    assertEquals("1", coop.value("hen", "eggs"));
    assertEquals("1", coop.value("cock", "crows"));
    assertEquals("1", coop.value("barn", "size"));
    assertEquals("undefined", coop.call("application", "get_env", "enit", "applied"));
    assertEquals("undefined", coop.call("erlang", "whereis", "enit_reconfigure"));
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
              hen: notified, ok
              cock: notified, error: {no_crows,2}
            rolled back:
              cock: has its former environment; notified, error: {no_crows,2}
              hen: notified, ok
            """,
            "enit: `cock` returned an error, so the change was rolled back (`cock` failed during"
                + " the rollback): {no_crows,2}. Correct its configuration"
                + "; `enit diff coop` shows the change\n"),
        reconfigure());
    everythingIsAsBefore();
    assertEquals(TOLD_AND_BACK, coop.heard());
  }

  @Test
  void whatACallbackSetElsewhereIsPutBack() throws Exception {
    coop.set("hen", "conduct", "{set_env, barn, straw, 9, ok}");
    prepare("{set_env, mouse, size, 9, {return, no}}");
    Outcome outcome = reconfigure();
    assertEquals(1, outcome.status());
    everythingIsAsBefore();
    assertEquals("undefined", coop.value("barn", "straw"));
    assertEquals("1", coop.value("mouse", "size"));
  }

  @Test
  void aCrashTakesEverythingBack() throws Exception {
    prepare("crash");
    Outcome outcome = reconfigure();
    assertTrue(outcome.stderr().contains("config_change/3 of `cock` crashed"), outcome.stderr());
    assertTrue(outcome.stderr().contains("error badarg in erlang:binary_to_integer/1"));
    everythingIsAsBefore();
    assertEquals(TOLD_AND_BACK, coop.heard());
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedForForEver() throws Exception {
    prepare("wait");
    Outcome outcome = reconfigure("--timeout", "1");
    assertTrue(
        outcome.stderr().startsWith("enit: config_change/3 of `cock` did not return in 1000 ms"),
        outcome.stderr());
    everythingIsAsBefore();
  }

  @Test
  void settingTheEnvironmentInTheCallbackDoesNotBlock() throws Exception {
    prepare("{set_env, nests, 3, ok}");
    assertEquals(0, reconfigure().status());
    assertEquals("3", coop.value("cock", "nests"));
  }

  @Test
  void ofTwoAtOnceTheSecondIsRefused() throws Exception {
    prepare("wait");
    CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(this::reconfigure);
    coop.call("listener", "await", "cock");
    Outcome second = reconfigure();
    coop.call("listener", "go_on", "cock");
    assertEquals(1, second.status());
    assertTrue(second.stderr().startsWith("enit: another reconfiguration of `"), second.stderr());
    assertEquals(0, first.get().status());
    assertEquals(
        "[{hen,{[{eggs,2}],[],[]}},{cock,{[{crows,2}],[],[]}}]",
        coop.heard(),
        "the second one has told no application");
  }

  @Test
  void aNodeThatIsKilledMeanwhileIsToldOf() throws Exception {
    prepare("wait");
    CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(this::reconfigure);
    coop.call("listener", "await", "cock");
    coop.node.kill();
    assertEquals(1, outcome.get().status());
    assertTrue(
        outcome.get().stderr().startsWith("enit: it is unknown whether the change was made."),
        outcome.get().stderr());
  }

  /** SIGTERM is handled as SIGINT is, which the parent of the tests may ignore. */
  @Test
  void anInterruptedChangeIsTakenBack() throws Exception {
    prepare("wait");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Denit.erlang=" + System.getProperty("enit.erlang"),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "reconfigure",
            "coop");
    command.environment().putAll(coop.environment());
    Process process = command.start();
    coop.call("listener", "await", "cock");
    process.toHandle().destroy();
    // Told the opposite it waits as well.
    coop.call("listener", "await", "cock", "2");
    coop.call("listener", "go_on", "cock");
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(130, process.waitFor());
    assertEquals(
        """
        reconfigure: config changes not applied
          hen: notified, ok
          cock: interrupted while it was being notified
        rolled back:
          cock: notified, ok
          hen: notified, ok
        """,
        said);
    assertEquals(
        """
        enit: interrupted: rolling back …
        enit: everything was rolled back, the node has its former configuration
        """,
        error);
    everythingIsAsBefore();
  }

  @Test
  void aFileThatChangesAfterItWasReadStopsTheChange() throws Exception {
    prepare("ok");
    try (EpmdDetour detour =
        EpmdDetour.to(
            epmd().port(), () -> coop.write("etc/enit/coop/z.config", "{hen, [{eggs, 3}]}."))) {
      coop.environment().put("ERL_EPMD_PORT", Integer.toString(detour.port()));
      assertEquals(
          new Outcome(
              1,
              "",
              "enit: `etc/enit/coop/z.config` changed while it was being read, so nothing was"
                  + " changed in the node. Try again when the files are complete\n"),
          reconfigure());
    }
    everythingIsAsBefore();
    assertEquals("[]", coop.heard());
  }

  @Test
  void aConfigurationWithErrorsIsNotApplied() throws Exception {
    coop.configure("{hen, [{eggs, 2}]}. {node, [{hidden, 7}]}.");
    Outcome outcome = reconfigure();
    assertEquals(1, outcome.status());
    assertEquals("", outcome.stdout());
    assertTrue(
        outcome.stderr().startsWith("etc/enit/coop/user.config:1:38: error["), outcome.stderr());
    assertTrue(outcome.stderr().contains("so nothing was changed"), outcome.stderr());
    assertEquals("1", coop.value("hen", "eggs"));
  }

  @Test
  void aConfigurationThatCannotBeReadIsNotApplied() throws Exception {
    coop.configure("{hen, [{eggs, 2}]}. {barn, [");
    Outcome outcome = reconfigure();
    assertEquals(1, outcome.status());
    assertTrue(outcome.stderr().startsWith("etc/enit/coop/user.config:1:"), outcome.stderr());
    assertTrue(outcome.stderr().contains("so nothing was changed"), outcome.stderr());
    Outcome diff = coop.enit("diff", "coop");
    assertEquals(1, diff.status());
    assertTrue(diff.stderr().startsWith("enit: etc/enit/coop/user.config:1:"), diff.stderr());
    assertEquals("1", coop.value("hen", "eggs"));
  }

  @Test
  void aNodeThatDoesNotRunIsStatedWithTheReason() throws Exception {
    coop.write("etc/enit/coop/z.config", "{node, [{nodename, \"nobody\"}]}.");
    assertEquals(
        new Outcome(1, "", "enit: `nobody@cluster02` does not run; `enit start coop` starts it\n"),
        reconfigure());
  }

  @Test
  void aWrongCookieIsStatedWithoutShowingIt() throws Exception {
    coop.write("etc/enit/coop/z.config", "{node, [{cookie, \"opensesame\"}]}.");
    for (String command : new String[] {"diff", "reconfigure"}) {
      Outcome outcome = coop.enit(command, "coop");
      assertEquals(1, outcome.status());
      assertTrue(outcome.stderr().contains("does not accept the cookie"), outcome.stderr());
      assertEquals(-1, outcome.stderr().indexOf("opensesame"));
    }
  }

  @Test
  void programsGetOneDocument() throws Exception {
    prepare("{return, no}");
    Outcome outcome = reconfigure("--format", "json");
    assertEquals(
        """
        {
          "release": "coop",
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
                coop.node.name(),
                "config_change/3 of `cock` returned neither `ok` nor an error, so"
                    + " the change was rolled back (`cock` failed during the rollback): no."
                    + " Fix that function"),
        outcome.stdout().lines().limit(12).map(line -> line + "\n").reduce("", String::concat));
    assertEquals(1, outcome.status());
  }
}
