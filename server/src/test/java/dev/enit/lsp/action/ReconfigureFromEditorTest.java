package dev.enit.lsp.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.enit.cli.Coop;
import dev.enit.core.node.TestEpmd;
import dev.enit.lsp.action.ActingClient.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the reconfiguration of a running node from an editor. */
@Tag("node")
final class ReconfigureFromEditorTest {
  private static final String NEW = "{hen, [{eggs, 2}]}.\n{mouse, [{size, 2}]}.\n";
  private static TestEpmd epmd;

  @TempDir Path root;
  private Coop coop;
  private ActingClient client;

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
    coop = Coop.start(root.toRealPath(), epmd);
    coop.configure("");
    client = ActingClient.start(ActingClient.ALL, "{}", coop.environment());
  }

  @AfterEach
  void end() {
    client.close();
    coop.close();
  }

  private Path config() {
    return coop.root.resolve("etc/enit/coop/user.config");
  }

  private Path home() {
    return coop.root.resolve("var/lib/enit/coop");
  }

  private String node() {
    return coop.node.name().full();
  }

  @Test
  void thePlanIsShownAndAppliedAfterConfirmation() throws Exception {
    coop.configure(NEW);
    client.press(ActingClient.NEVER);
    int declined = client.begin("enit.reconfigure", config(), null);
    JsonElement token = client.awaitProgress("waiting for an answer");
    assertEquals(
        "Change 2 keys in the node %s of `%s`? At once: hen eggs. When next read: mouse size."
            .formatted(node(), coop.root),
        client.awaitQuestion("Reconfigure"));
    JsonObject shown = client.await("window/showDocument", _ -> true);
    assertEquals("enit://" + home() + "/plan.txt", shown.get("uri").getAsString());
    assertEquals(
        """
        Release coop and its node %s differ.

        To be applied by `enit reconfigure coop`:
        hen
          ~ eggs = 2  user.config:1
              was 1; takes effect at once
        mouse
          ~ size = 2  user.config:2
              was 1; takes effect when mouse reads it next
        """
            .formatted(node()),
        client.page(home(), "plan.txt"));
    client.cancel(token);
    assertEquals("cancelled", client.end(declined).outcome());
    assertEquals("1", coop.value("hen", "eggs"));

    client.press("Reconfigure");
    assertEquals(
        new Ended(
            "done",
            """
            reconfigure: config changes applied
              hen: notified, ok
              mouse: set, not notified: it has no config_change/3\
            """),
        client.run("enit.reconfigure", config()));
    assertTrue(client.progress().toString().contains("notifying hen (1 of 2)"));
    assertEquals("2", coop.value("hen", "eggs"));
    assertEquals(
        new Ended("unchanged", "reconfigure: config unchanged"),
        client.run("enit.reconfigure", config()));
  }

  @Test
  void whatWasTakenBackIsSaidWhereAnApplicationRefuses() throws Exception {
    coop.set("cock", "conduct", "{return, {error, no_sunrise}}");
    coop.configure("{hen, [{eggs, 2}]}. {cock, [{crows, 2}]}.");
    client.press("Show report");
    Ended end = client.run("enit.reconfigure", config(), "{\"confirmed\": true}");
    assertEquals("failed", end.outcome());
    String error =
        "`cock` returned an error, so the change was rolled back (`cock` failed during the"
            + " rollback): no_sunrise.";
    assertTrue(end.headline().startsWith(error), end.text());
    assertTrue(
        end.text()
            .endsWith(
                """
                reconfigure: config changes not applied
                  hen: notified, ok
                  cock: notified, error: no_sunrise
                rolled back:
                  cock: has its former environment; notified, error: no_sunrise
                  hen: notified, ok\
                """),
        end.text());
    assertTrue(client.awaitQuestion("Show report").startsWith(error));
    assertEquals("1", coop.value("hen", "eggs"));
    assertTrue(client.page(home(), "report.txt").contains(end.text()));
  }

  @Test
  void cancelledInTheMiddleTheNodeTakesEverythingBack() throws Exception {
    coop.set("cock", "conduct", "wait");
    coop.configure("{hen, [{eggs, 2}]}. {cock, [{crows, 2}]}.");
    int change = client.begin("enit.reconfigure", config(), "{\"confirmed\": true}");
    coop.call("listener", "await", "cock");
    client.cancel(client.awaitProgress("notifying cock (2 of 2)"));
    client.awaitProgress("rolling back");
    coop.call("listener", "await", "cock", "2");
    coop.call("listener", "go_on", "cock");
    Ended end = client.end(change);
    assertEquals("cancelled", end.outcome(), end.text());
    assertTrue(end.headline().startsWith("everything was rolled back"), end.text());
    assertEquals("1", coop.value("hen", "eggs"));
  }

  @Test
  void unsavedFilesAreNamedAndIgnored() throws Exception {
    coop.configure("{hen, [{eggs, 2}]}.");
    client.open(config(), "{hen, [{eggs, 3}]}.");
    client.press("Reconfigure");
    assertEquals("done", client.run("enit.reconfigure", config()).outcome());
    String question = client.awaitQuestion("Reconfigure");
    assertTrue(
        question.endsWith(" Not saved, so not taken into account: `user.config`."), question);
    assertEquals("2", coop.value("hen", "eggs"));
    assertEquals(
        new Ended(
            "unchanged",
            "the saved files of `coop` are what its node has already. Not saved, so not taken into"
                + " account: `user.config`. Save first."),
        client.run("enit.reconfigure", config()));
  }

  @Test
  void filesThatChangeDuringTheQuestionRefuseTheChange() throws Exception {
    coop.configure(NEW);
    client.press(ActingClient.NEVER);
    int change = client.begin("enit.reconfigure", config(), null);
    JsonObject question = client.awaitQuestion();
    coop.configure("{hen, [{eggs, 4}]}.");
    client.answer(question, "Reconfigure");
    Ended end = client.end(change);
    assertEquals("refused", end.outcome());
    assertTrue(end.text().startsWith("`user.config` changed while"), end.text());
    assertEquals("1", coop.value("hen", "eggs"));
  }

  @Test
  void valuesThatOthersChangedAreLeftAloneUnlessForced() throws Exception {
    coop.adopt("{hen, [{eggs, 2}]}.");
    coop.set("hen", "eggs", "7");
    coop.configure("{hen, [{eggs, 2}]}. {mouse, [{size, 2}]}.");
    client.press("Reconfigure");
    assertEquals("done", client.run("enit.reconfigure", config()).outcome());
    String question = client.awaitQuestion("Reconfigure");
    assertTrue(question.endsWith(" Changed at run time and left alone: hen eggs."), question);
    assertEquals("7", coop.value("hen", "eggs"));
    Ended forced = client.run("enit.reconfigure", config(), "{\"force\": true}");
    assertEquals("done", forced.outcome());
    assertTrue(client.awaitQuestion("Reconfigure").contains("one key in the node"));
    assertEquals("2", coop.value("hen", "eggs"));
  }

  @Test
  void errorsAndANodeThatDoesNotRunRefuseAChange() throws Exception {
    coop.configure("{hen, [{eggs, 2}]}");
    Ended faulty = client.run("enit.reconfigure", config());
    assertEquals("refused", faulty.outcome());
    assertEquals("`coop` has errors, so nothing was changed in its node", faulty.headline());
    assertTrue(faulty.text().contains("user.config:1:"), faulty.text());
    coop.configure("");
    coop.node.kill();
    assertEquals(
        new Ended(
            "refused", "`%s` does not run, so there is nothing to reconfigure".formatted(node())),
        client.run("enit.reconfigure", config()));
  }

  @Test
  void pagesSayHowTheNodeIsAndKeepItsSecrets() throws Exception {
    coop.adopt("{hen, [{eggs, 2}, {password, \"first\"}]}. {cock, [{crows, 2}]}.");
    assertTrue(client.page(home(), "status.md").contains("has not been examined yet"));
    assertTrue(client.page(home(), "plan.txt").contains("has not been examined yet"));
    assertTrue(client.page(home(), "running.config").contains("has not been examined yet"));
    assertTrue(client.page(home(), "report.txt").startsWith("No action on `coop`"));
    coop.set("hen", "password", "\"second\"");
    coop.set("cock", "crows", "9");
    coop.configure("{hen, [{eggs, 3}, {password, \"first\"}]}. {cock, [{crows, 2}]}.");
    follow();
    assertEquals(
        """
        %%%% The keys of the node %s that enit manages: running.config has the values in the node, disk.config those on disk.

        {cock, [
            {crows, 9}
        ]}.

        {hen, [
            {eggs, 2},
            {password, "*********"}
        ]}.
        """
            .formatted(node()),
        client.page(home(), "running.config"));
    assertTrue(
        client
            .page(home(), "disk.config")
            .endsWith(
                """
                {cock, [
                    {crows, 2}
                ]}.

                {hen, [
                    {eggs, 3},
                    {password, "********"}
                ]}.
                """));
    String plan = client.page(home(), "plan.txt");
    assertTrue(plan.contains("  ! password = ********"), plan);
    assertTrue(plan.contains("  ! crows = 9"), plan);
    assertTrue(plan.contains("  ~ eggs = 3"), plan);
    String status = client.page(home(), "status.md");
    assertTrue(status.contains("- To be applied by a reconfiguration: `hen eggs`"), status);
    assertTrue(
        status.contains("- Changed at run time, not by enit: `cock crows`, `hen password`"),
        status);
    assertTrue(status.contains("| `mouse` | `1.0` | running |"), status);
    assertTrue(status.contains("| Pid | `" + coop.node.pid() + "` |"), status);
    for (String page : List.of(plan, status)) {
      assertFalse(page.contains("monster") || page.contains("second") || page.contains("first"));
    }
    coop.node.kill();
    awaitPage("status.md", "does not run");
  }

  @Test
  void aRunningValueIsTakenIntoTheFileThatDecides() throws Exception {
    coop.adopt("{hen, [\n    {eggs, 2}, {password, \"first\"}\n]}.\n");
    coop.set("hen", "eggs", "[7, <<\"a\">>]");
    coop.call("listener", "own", "hen", "password", "listener");
    coop.call("listener", "own", "cock", "crows", "listener");
    coop.set("mouse", "size", "5");
    assertEquals("refused", takeOver("hen", "eggs", "").outcome());
    follow();
    assertEquals(
        new Ended("done", "the running value is now in `user.config`; save it"),
        takeOver("hen", "eggs", ""));
    assertEquals("1:11-1:12 [7,<<\"a\">>]", edits(config()));
    assertEquals("done", takeOver("mouse", "size", "").outcome());
    assertEquals("3:0-3:0 \\n{mouse, [\\n    {size, 5}\\n]}.\\n", edits(config()));
    Path node = coop.root.resolve("etc/enit/coop/node.config");
    Ended early = takeOver("hen", "eggs", ", \"file\": \"" + ActingClient.uri(node) + "\"");
    assertTrue(early.text().contains("is set in `user.config`, which overrides"), early.text());
    assertTrue(takeOver("hen", "password", "").text().contains("a secret"));
    assertTrue(takeOver("cock", "crows", "").text().contains("cannot be written into a file"));
    assertTrue(takeOver("cock", "none", "").text().contains("has no value in the node"));
  }

  @Test
  void aRunningValueIsWrittenInTheNotationOfTheFile() throws Exception {
    coop.adopt("{hen, [{eggs, \"P\"}]}.\n{mouse, [{size, [80]}]}.\n{cock, [{crows, [a]}]}.\n");
    coop.set("hen", "eggs", "[81, 82]");
    coop.set("mouse", "size", "[80, 81, 82, 83]");
    coop.set("cock", "crows", "[[5672], [81, 82]]");
    follow();
    assertEquals("done", takeOver("hen", "eggs", "").outcome());
    assertEquals("0:14-0:17 \"QR\"", edits(config()));
    assertEquals("done", takeOver("mouse", "size", "").outcome());
    assertEquals("1:16-1:20 [80, 81, 82, 83]", edits(config()));
    assertEquals("done", takeOver("cock", "crows", "").outcome());
    assertEquals("2:16-2:19 [[5672], [81, 82]]", edits(config()));
  }

  private Ended takeOver(String application, String key, String more) {
    return client.run(
        "enit.takeOver",
        config(),
        "{\"application\": \"%s\", \"key\": \"%s\"%s}".formatted(application, key, more));
  }

  /** Returns the edits that the editor was told last: {@code line:column-line:column text}. */
  private String edits(Path file) {
    JsonObject change =
        client
            .await("workspace/applyEdit", _ -> true)
            .getAsJsonObject("edit")
            .getAsJsonArray("documentChanges")
            .get(0)
            .getAsJsonObject();
    assertEquals(
        ActingClient.uri(file), change.getAsJsonObject("textDocument").get("uri").getAsString());
    StringBuilder text = new StringBuilder();
    for (JsonElement each : change.getAsJsonArray("edits")) {
      JsonObject range = each.getAsJsonObject().getAsJsonObject("range");
      text.append(position(range, "start")).append('-').append(position(range, "end"));
      text.append(' ').append(each.getAsJsonObject().get("newText").getAsString());
    }
    return text.toString().replace("\n", "\\n");
  }

  private static String position(JsonObject range, String end) {
    JsonObject at = range.getAsJsonObject(end);
    return at.get("line") + ":" + at.get("character");
  }

  /** Opens the file, and waits until what is known of its node includes its configuration. */
  private void follow() throws Exception {
    client.open(config(), Files.readString(config()));
    awaitPage("running.config", "{hen, [");
  }

  private void awaitPage(String name, String text) {
    String page = client.page(home(), name);
    while (!page.contains(text)) {
      client.await(
          "enit/textDocumentContent/refresh",
          params -> params.get("uri").getAsString().endsWith("/" + name));
      page = client.page(home(), name);
    }
  }
}
