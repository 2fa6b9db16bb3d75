package dev.enit.lsp.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.node.Agent;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests when a changed value takes effect, as the comparison, the hover, the question in an editor
 * and the result of the reconfiguration say it, on one node.
 */
@Tag("node")
final class TakesEffectTest {
  private static final Path ERLANG = Path.of("src", "test", "erlang").toAbsolutePath();

  @TempDir static Path folder;
  private static EnitHost host;

  /**
   * A changed key, and the texts about it.
   *
   * @param diff after the key in the text of the comparison
   * @param effect in the JSON of the comparison
   * @param hover what hover says of a change
   * @param running what hover says of the node
   * @param question after what the question has the key
   * @param result line of the result that tells of the key
   */
  private record Case(
      String application,
      String key,
      String diff,
      String effect,
      String hover,
      String running,
      String question,
      String result) {}

  private static final String START = "takes effect with the next start of the node";
  private static final String NEXT_START = "with the **next start of the node**";
  private static final String NOT_LOADED = " has not loaded ";
  private static final String WAITS =
      "waits for a restart of the node: kernel start_timer, goose down, application goose";

  private static final List<Case> TABLE =
      List.of(
          new Case(
              "hen",
              "eggs",
              "takes effect at once",
              "at once",
              "**at once**",
              "*Reconfigure* applies it.",
              "At once: ",
              "  hen: notified, ok"),
          new Case(
              "kernel",
              "logger_level",
              "takes effect at once",
              "at once",
              "**at once**",
              "*Reconfigure* applies it.",
              "At once: ",
              "  kernel: notified, ok"),
          new Case(
              "mouse",
              "size",
              "takes effect when mouse reads it next",
              "when next read",
              "**when it is next read**",
              "*Reconfigure* sets it in the node.",
              "When next read: ",
              "  mouse: set, not notified: it has no config_change/3"),
          new Case(
              "barn",
              "size",
              "takes effect when barn reads it next",
              "when next read",
              "**when it is next read**",
              "*Reconfigure* sets it in the node.",
              "When next read: ",
              "  barn: set, not notified: it is a library"),
          new Case(
              "kernel",
              "start_timer",
              START,
              "restart",
              NEXT_START,
              "*Reconfigure* sets it, and it takes effect after a restart.",
              "With the next start of the node: ",
              WAITS),
          new Case("goose", "down", START, "restart", NEXT_START, NOT_LOADED, "", WAITS),
          new Case(
              "snmp",
              "agent",
              "never takes effect: nothing loads snmp",
              "never",
              "This **never** takes effect",
              NOT_LOADED,
              "",
              "without effect, since nothing loads the application: snmp agent"));

  private static final String CHANGED =
      """
      {extension, birds, [{applications, [goose]}]}.
      {hen, [{eggs, 2}]}.
      {kernel, [{logger_level, error}, {start_timer, true}]}.
      {mouse, [{size, 2}]}.
      {barn, [{size, 2}]}.
      {goose, [{down, true}]}.
      {snmp, [{agent, []}]}.
      """;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("hen", "{mod, {told_application, []}}, {env, [{eggs, 1}, {conduct, ok}]}");
    host.app("mouse", "{mod, {quiet_application, []}}, {env, [{size, 1}]}");
    host.app("barn", "{env, [{size, 1}]}");
    host.app("goose", "{env, [{down, false}]}");
    for (String module : List.of("told_application", "quiet_application", "listener")) {
      String app = module.equals("quiet_application") ? "mouse" : "hen";
      ProcessBuilder erlc =
          new ProcessBuilder(
              "erlc",
              "-o",
              host.folder().resolve("lib/" + app + "-1.0/ebin").toString(),
              ERLANG.resolve(module + ".erl").toString());
      assertEquals(0, erlc.inheritIO().start().waitFor());
    }
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static String started(String config) throws Exception {
    String release = host.release("hen, mouse, barn", config);
    Outcome outcome = host.run("start", release, "--log", host.logFile(release).toString());
    assertEquals(0, outcome.status(), outcome.toString());
    return release;
  }

  private static void call(String release, String module, String function, String... atoms)
      throws Exception {
    try (Agent agent = host.agent(release)) {
      List<Term.Atom> arguments = Stream.of(atoms).map(WireTerms::atom).toList();
      Deadline soon = Deadline.in(Duration.ofSeconds(20));
      agent.client().call(module, function, List.copyOf(arguments), soon);
    }
  }

  private static void set(String release, String key, String value) throws Exception {
    call(release, "application", "set_env", "kernel", key, value);
  }

  private static Path config(String release) {
    return host.folder().resolve("etc/enit/" + release + "/user.config");
  }

  private static ActingClient editor(String release) throws Exception {
    ActingClient client = ActingClient.start(ActingClient.ALL, "{}", host.variables());
    client.open(config(release), Files.readString(config(release)));
    return client;
  }

  private static String hover(ActingClient client, String release, Case row) throws Exception {
    List<String> lines = Files.readAllLines(config(release));
    for (int i = 0; i < lines.size(); i++) {
      int at = lines.get(i).indexOf("{" + row.key() + ",");
      if (at >= 0 && lines.get(i).startsWith("{" + row.application())) {
        String params =
            "{\"textDocument\": {\"uri\": \"%s\"}, \"position\": {\"line\": %d, \"character\": %d}}"
                .formatted(ActingClient.uri(config(release)), i, at + 2);
        return client
            .server()
            .request("textDocument/hover", JsonParser.parseString(params))
            .toString();
      }
    }
    throw new AssertionError(row.toString());
  }

  private static void awaitLive(ActingClient client, String release) {
    Path home = host.folder().resolve("var/lib/enit").resolve(release);
    while (!client.page(home, "running.config").contains("{hen, [")) {
      client.await(
          "enit/textDocumentContent/refresh",
          params -> params.get("uri").getAsString().endsWith("/running.config"));
    }
  }

  @Test
  void everythingTellsTheSame() throws Exception {
    String release = started("{hen, [{eggs, 1}]}.");
    call(release, "listener", "start");
    host.config(release, CHANGED);
    String diff = host.inProcess("diff", release).stdout();
    JsonObject json =
        JsonParser.parseString(host.inProcess("diff", "--format", "json", release).stdout())
            .getAsJsonObject();
    List<String> hovers = new ArrayList<>();
    String question;
    try (ActingClient client = editor(release)) {
      awaitLive(client, release);
      for (Case row : TABLE) {
        hovers.add(hover(client, release, row));
      }
      client.press("nothing");
      client.run("enit.reconfigure", config(release));
      question = client.awaitQuestion("Reconfigure");
    }
    String result = host.inProcess("reconfigure", release).stdout();
    for (int i = 0; i < TABLE.size(); i++) {
      Case row = TABLE.get(i);
      String name = row.application() + " " + row.key();
      assertEquals(row.effect(), effect(json, row), name);
      assertTrue(described(diff, row).contains(row.diff()), name + "\n" + diff);
      assertTrue(hovers.get(i).contains(row.hover()), name + "\n" + hovers.get(i));
      assertTrue(hovers.get(i).contains(row.running()), name + "\n" + hovers.get(i));
      assertEquals(!row.question().isEmpty(), question.contains(name), question);
      assertTrue(sentence(question, name).startsWith(row.question()), name + "\n" + question);
      assertTrue(result.lines().anyMatch(row.result()::equals), name + "\n" + result);
    }
    assertTrue(question.startsWith("Change 5 keys in the node "), question);
    diff = host.inProcess("diff", release).stdout();
    assertTrue(
        diff.endsWith(
            """

            With the next start of the node, `enit restart %s`:
              + application goose
              … kernel start_timer = true
                  applied; it was unset when the node started
            """
                .formatted(release)),
        diff);
    assertFalse(diff.contains("To be applied"), diff);
    try (ActingClient client = editor(release)) {
      String diagnostics = awaitDiagnostics(client, "EN802");
      assertTrue(diagnostics.contains("`start_timer` takes effect when the node `"), diagnostics);
      assertTrue(diagnostics.contains("`goose` runs when the node `"), diagnostics);
      String hover = hover(client, release, TABLE.get(4));
      assertTrue(
          hover.contains("Until its restart it uses the value from its start: no value."), hover);
    }
  }

  private static String awaitDiagnostics(ActingClient client, String code) {
    return client
        .await(
            "textDocument/publishDiagnostics",
            params -> params.get("diagnostics").toString().contains(code))
        .toString();
  }

  private static String effect(JsonObject diff, Case row) {
    for (JsonElement each : diff.getAsJsonArray("pending")) {
      JsonObject key = each.getAsJsonObject();
      if (key.get("application").getAsString().equals(row.application())
          && key.get("key").getAsString().equals(row.key())) {
        return key.get("takes_effect").getAsString();
      }
    }
    return "";
  }

  /** Returns the lines of an application in a comparison. */
  private static String described(String diff, Case row) {
    String section = diff.substring(diff.indexOf("\n" + row.application() + "\n"));
    int key = section.indexOf(" " + row.key() + " ");
    return section.substring(key, section.indexOf('\n', section.indexOf('\n', key) + 1));
  }

  private static String sentence(String question, String name) {
    int at = question.indexOf(name);
    return at < 0
        ? ""
        : question.substring(
            Math.max(question.lastIndexOf(". ", at), question.lastIndexOf("? ", at)) + 2);
  }

  /** The node uses the value that it was started with, not one that something set meanwhile. */
  @Test
  void theValueOfTheStartIsRemembered() throws Exception {
    String release = started("{kernel, [{start_timer, true}, {start_disk_log, true}]}.");
    set(release, "start_timer", "false");
    set(release, "start_disk_log", "false");
    String drift = host.inProcess("diff", release).stdout();
    assertTrue(drift.contains("! start_timer = false"), drift);
    try (ActingClient client = editor(release)) {
      String diagnostics = awaitDiagnostics(client, "EN801");
      assertTrue(diagnostics.contains("has `false` for `start_timer`"), diagnostics);
      client.press("nothing");
      client.run("enit.reconfigure", config(release), "{\"force\": true}");
      String question = client.awaitQuestion("Reconfigure");
      assertTrue(
          question.contains(
              "? Set to what is in force since the start of the node: kernel start_disk_log, kernel start_timer."),
          question);
    }
    Outcome forced = host.inProcess("reconfigure", "--force", release);
    assertEquals("reconfigure: config changes applied\n  kernel: notified, ok\n", forced.stdout());
    assertEquals(
        release + "@here runs with the configuration on disk.\n",
        host.inProcess("diff", release).stdout());
    set(release, "start_timer", "false");
    host.config(release, "{kernel, [{start_disk_log, true}]}.");
    assertEquals(
        """
        reconfigure: config changes applied
          kernel: set, takes effect with the next start of the node
        waits for a restart of the node: kernel start_timer
        """,
        host.inProcess("reconfigure", release).stdout());
    String diff = host.inProcess("diff", release).stdout();
    assertTrue(
        diff.endsWith(
            "  … kernel start_timer\n      applied; true is in force since the start of the node\n"),
        diff);
    try (ActingClient client = editor(release)) {
      awaitStatus(client, release, "With the next start of the node: `kernel start_timer`");
    }
  }

  private static void awaitStatus(ActingClient client, String release, String text) {
    Path home = host.folder().resolve("var/lib/enit").resolve(release);
    while (!client.page(home, "status.md").contains(text)) {
      client.await(
          "enit/textDocumentContent/refresh",
          params -> params.get("uri").getAsString().endsWith("/status.md"));
    }
  }
}
