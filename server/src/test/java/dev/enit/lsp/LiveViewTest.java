package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.Agent;
import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.TestEpmd;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the live view: a real node and the files of its release, as an editor sees both. */
@Tag("node")
class LiveViewTest {
  private static TestEpmd epmd;

  @TempDir Path temp;
  private Path root;
  private Path specification;
  private Path settings;
  private EmulatorNode node;
  private FakeEditor editor;

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
    root = temp.toRealPath();
    node = EmulatorNode.start(epmd);
    called("application", "start", "sasl");
    specification = write("var/lib/enit/shop/release.enit", release("sasl"));
    settings = write("etc/enit/shop/user.config", config(node.name().full(), "true"));
    editor = FakeEditor.start(Map.of("ERL_EPMD_PORT", Integer.toString(epmd.port())));
  }

  @AfterEach
  void end() {
    editor.close();
    node.close();
  }

  @Test
  void whatANodeHasIsSeenAndGoesWithIt() throws Exception {
    set("false");
    initialize("{}");
    editor.open(specification, Files.readString(specification));
    editor.open(settings, Files.readString(settings));

    List<String> lenses = awaitLenses(specification, first -> first.startsWith("● running"));
    assertEquals(
        List.of(
            "● running · not started by enit · pid " + node.pid() + " · < 1 min · 1 change pending",
            "Stop",
            "Restart",
            "Reconfigure",
            "Show plan",
            "Status"),
        lenses);
    assertEquals(List.of("1 pending"), titles(settings));
    String hover = editor.hover(settings, 1, 12);
    assertTrue(
        hover.matches("(?s).*`" + node.name() + "` still has `false`, seen \\d+ s ago.*"), hover);
    assertEquals(List.of("Reconfigure `" + node.name() + "`: 1 pending"), nodeActions(settings, 1));

    node.kill();
    assertEquals(
        List.of("○ not running", "Start"),
        awaitLenses(specification, first -> first.startsWith("○")));
    assertEquals(List.of(), titles(settings));
    assertFalse(editor.hover(settings, 1, 12).contains("Running"));
  }

  @Test
  void driftIsADiagnosticAsLongAsItLasts() throws Exception {
    set("true");
    // As a reconfiguration leaves it, see enit_environment.erl.
    called("application", "load", "{application, enit, []}");
    called(
        "application",
        "set_env",
        "enit",
        "applied",
        """
        #{config => [{sasl, [{utc_log, true}]}], original => [{sasl, []}], waiting => [], time => 0}
        """
            .strip());
    initialize("{}");
    editor.open(settings, Files.readString(settings));
    editor.open(specification, Files.readString(specification));
    awaitLenses(specification, first -> first.endsWith("in sync"));

    set("false");
    awaitDiagnostic("EN801");
    assertEquals(
        List.of(
            "Take the running value `false` into this file",
            "Reconfigure `" + node.name() + "` with force: reset values changed at run time"),
        fixes(settings, 1));
    assertTrue(editor.hover(settings, 1, 12).contains("changed at run time by other means"));

    set("true");
    awaitNoDiagnostic("EN801");
  }

  /** A node cannot tell {@code "TU"} from {@code [84, 85]}. */
  @Test
  void runningValuesReadAsTheFileWritesThem() throws Exception {
    Files.writeString(settings, config(node.name().full(), "[\"PQ\", [80, 81]]"));
    set("[[84, 85], [86, 87]]");
    called("application", "load", "{application, enit, []}");
    called(
        "application",
        "set_env",
        "enit",
        "applied",
        "#{config => [{sasl, [{utc_log, [\"PQ\", \"PQ\"]}]}], original => [{sasl, []}],"
            + " waiting => [], time => 0}");
    initialize("{}");
    editor.open(settings, Files.readString(settings));
    awaitDiagnostic("EN801");
    assertTrue(
        fixes(settings, 1).contains("Take the running value `[\"TU\",[86,87]]` into this file"),
        fixes(settings, 1).toString());
    String hover = editor.hover(settings, 1, 12);
    assertTrue(hover.contains("`[\"TU\",[86,87]]`"), hover);
  }

  @Test
  void noSecretIsShown() throws Exception {
    write("enit.config", "{secrets, [{sasl, plain}]}.\n");
    Files.writeString(
        settings,
        config(node.name().full(), "true}, {db_password, \"pw3vh82kd\"}, {plain, \"nb5wj64yg\""));
    called("application", "set_env", "sasl", "db_password", "\"ap4tl58mx\"");
    called("application", "set_env", "sasl", "plain", "\"ur9cf27sn\"");
    initialize("{}");
    editor.open(settings, Files.readString(settings));
    editor.open(specification, Files.readString(specification));
    awaitLenses(specification, first -> first.startsWith("● running"));
    StringBuilder shown = new StringBuilder();
    for (String page :
        List.of("effective.config", "plan.txt", "status.md", "running.config", "disk.config")) {
      JsonObject params = new JsonObject();
      params.addProperty("uri", "enit://" + specification.resolveSibling(page));
      shown.append(editor.request("enit/textDocumentContent", params));
    }
    for (int column = 0; column < 100; column += 4) {
      shown.append(editor.hover(settings, 1, column));
    }
    shown.append(titles(settings)).append(fixes(settings, 1));
    for (String marker : List.of("pw3vh82kd", "nb5wj64yg", "ap4tl58mx", "ur9cf27sn")) {
      assertFalse(shown.toString().contains(marker), () -> marker + ": " + shown);
    }
    assertTrue(shown.toString().contains("{plain, \\\"*********\\\"}"), shown.toString());
    assertTrue(shown.toString().contains("a hidden value"), shown.toString());
  }

  @Test
  void aHangingNodeDelaysNoRequest() throws Exception {
    initialize("{}");
    editor.open(specification, Files.readString(specification));
    editor.open(settings, Files.readString(settings));
    awaitLenses(specification, first -> first.startsWith("● running"));
    node.suspend();
    try {
      for (int i = 0; i < 20; i++) {
        editor.edit(settings, 1, 0, 0, "%");
        editor.awaitDiagnostics(settings, null);
        assertFalse(titles(specification).isEmpty());
      }
      assertEquals(
          List.of("◌ offline: does not answer", "Stop", "Restart", "Connect"),
          awaitLenses(specification, first -> first.equals("◌ offline: does not answer")));
      assertEquals(List.of("enit.stop", "enit.restart", "enit.connect"), menu());
    } finally {
      node.resume();
    }
    awaitLenses(specification, first -> first.startsWith("● running"));
    assertEquals(
        List.of(
            "enit.stop", "enit.restart", "enit.reconfigure", "enit.showPlan", "enit.showStatus"),
        menu());
  }

  @Test
  void nothingConnectsInAWorkspaceThatIsNotTrusted() throws Exception {
    initialize("{\"trusted\": false}");
    editor.open(specification, Files.readString(specification));
    awaitLenses(specification, first -> first.startsWith("◌ not trusted"));
    assertEquals(-32803, editor.error("workspace/executeCommand", command("enit.connect")));
    assertEquals(1, others(), "this test alone");

    editor.notify(
        "workspace/didChangeConfiguration",
        FakeEditor.json("{\"settings\": {\"enit\": {\"trusted\": true}}}"));
    awaitLenses(specification, first -> first.startsWith("● running"));
    assertEquals(2, others(), "this test and the server");
  }

  @Test
  void aNodeOfAnotherHostIsFollowedForThoseWhoAskForIt() throws Exception {
    Files.writeString(settings, config("shop@elsewhere", "true"));
    initialize("{}");
    editor.open(specification, Files.readString(specification));
    assertEquals(
        List.of("◌ on another host: not followed", "Connect", "Start"),
        awaitLenses(specification, first -> first.startsWith("◌ on another host")));
    editor.request("workspace/executeCommand", command("enit.connect"));
    awaitLenses(specification, first -> first.equals("◌ offline: unknown host"));
  }

  private Path write(String file, String text) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private static String release(String applications) {
    return "{release, shop, [{vsn, \"1\"}, {applications, [" + applications + "]}]}.\n";
  }

  private static String config(String name, String utc) {
    return "{node, [{cookie, \"monster\"}, {nodename, \"%s\"}]}.\n{sasl, [{utc_log, %s}]}.\n"
        .formatted(name, utc);
  }

  /** Calls a function in the node; arguments are the texts of terms. */
  private Term called(String module, String function, String... arguments) throws Exception {
    List<Term> terms = new ArrayList<>();
    for (String argument : arguments) {
      terms.add(Objects.requireNonNull(TermParser.parse(argument + ".").forms().getFirst().term()));
    }
    return asked(module, function, terms.toArray(Term[]::new));
  }

  private void set(String value) throws Exception {
    called("application", "set_env", "sasl", "utc_log", value);
  }

  /**
   * Returns how many are connected with the node; which of our names each has is a matter of
   * chance.
   */
  private int others() throws Exception {
    String nodes = NodeText.of(called("erlang", "nodes", "hidden")).orElseThrow();
    return nodes.split("enit-", -1).length - 1;
  }

  private Term asked(String module, String function, Term... arguments) throws Exception {
    try (Agent agent = node.agent()) {
      return agent.request(
          WireTerms.tuple(
              WireTerms.atom("call"),
              WireTerms.atom(module),
              WireTerms.atom(function),
              WireTerms.list(List.of(arguments))),
          Deadline.in(Duration.ofSeconds(20)));
    }
  }

  private void initialize(String options) {
    editor.initialize(
        """
        {"capabilities": {"workspace": {"codeLens": {"refreshSupport": true}},
          "textDocument": {"hover": {"contentFormat": ["markdown"]},
            "codeAction": {"codeActionLiteralSupport": {}}}},
         "initializationOptions": %s, "rootUri": "%s"}
        """
            .formatted(options, FakeEditor.uri(root)));
  }

  private JsonObject command(String name) {
    JsonObject params = new JsonObject();
    JsonArray arguments = new JsonArray();
    arguments.add(FakeEditor.uri(specification));
    params.addProperty("command", name);
    params.add("arguments", arguments);
    return params;
  }

  /** Requests the lenses of a document after each refresh, until the first is as expected. */
  private List<String> awaitLenses(Path path, Predicate<String> first) {
    while (true) {
      List<String> titles = titles(path);
      if (!titles.isEmpty() && first.test(titles.getFirst())) {
        return titles;
      }
      editor.awaitRequest("workspace/codeLens/refresh", null);
    }
  }

  private List<String> titles(Path path) {
    return texts(editor.request("textDocument/codeLens", FakeEditor.about(path)), "command");
  }

  /** Returns the commands that clients with menus offer for the release. */
  private List<String> menu() {
    JsonObject document = new JsonObject();
    document.addProperty("uri", FakeEditor.uri(specification));
    JsonObject release = editor.request("enit/release", document).getAsJsonObject();
    return release.getAsJsonObject("state").getAsJsonArray("actions").asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private void awaitDiagnostic(String code) {
    while (!codes().contains(code)) {
      // The next report will have it.
    }
  }

  private void awaitNoDiagnostic(String code) {
    while (codes().contains(code)) {
      // The next report will not have it.
    }
  }

  /** Of the next report of the settings. */
  private List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (JsonElement diagnostic : editor.awaitDiagnostics(settings, null)) {
      codes.add(diagnostic.getAsJsonObject().get("code").getAsString());
    }
    return codes;
  }

  private List<String> fixes(Path path, int line) {
    return texts(actions(path, line, "quickfix"), "");
  }

  private List<String> nodeActions(Path path, int line) {
    List<String> titles = fixes(path, line);
    titles.removeIf(title -> !title.startsWith("Reconfigure"));
    return titles;
  }

  private JsonElement actions(Path path, int line, String kind) {
    JsonObject params = FakeEditor.about(path);
    params.add("range", FakeEditor.range(line, 12, line, 12));
    params.add("context", FakeEditor.json("{\"diagnostics\": [], \"only\": [\"" + kind + "\"]}"));
    return editor.request("textDocument/codeAction", params);
  }

  private static List<String> texts(JsonElement items, String member) {
    List<String> titles = new ArrayList<>();
    for (JsonElement item : items.getAsJsonArray()) {
      JsonObject object = item.getAsJsonObject();
      JsonObject titled = member.isEmpty() ? object : object.getAsJsonObject(member);
      titles.add(titled.get("title").getAsString());
    }
    return titles;
  }
}
