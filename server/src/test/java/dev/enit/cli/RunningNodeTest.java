package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.TestEpmd;
import dev.enit.core.node.wire.NodeName;
import dev.enit.grammar.term.TermPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the commands that query nodes, with real ones. */
@Tag("node")
final class RunningNodeTest {
  private static final String COOKIE = "[{cookie, \"monster\"}]";

  @TempDir static Path folder;
  private static TestEpmd epmd;
  private static EmulatorNode relex;
  private static EmulatorNode early;
  private static EmulatorNode stopped;
  private static EmulatorNode renamed;
  private static ReleaseTree tree;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    epmd = TestEpmd.start();
    relex =
        EmulatorNode.named(
            "relex", epmd, "-eval", "{ok, _} = application:ensure_all_started(sasl).");
    early = EmulatorNode.named("early", epmd);
    stopped = EmulatorNode.named("stands-still", epmd);
    renamed = EmulatorNode.named(new NodeName("renamed", "oldhost"), epmd);
    stopped.suspend();
    tree =
        new ReleaseTree(folder, epmd.port())
            .add("relex", "[sasl]", COOKIE)
            .add("early", "[sasl, stdlib]", COOKIE)
            .add("absent", "[sasl]", COOKIE)
            .add("stands-still", "[sasl]", COOKIE)
            .add("renamed", "[sasl]", COOKIE)
            .add("stranger", "[sasl]", "[{cookie, other}, {nodename, early}]");
    tree.write("var/lib/enit/unreadable/release.enit", "{release, unreadable, [\n");
  }

  @AfterAll
  static void end() {
    relex.close();
    early.close();
    stopped.close();
    renamed.close();
    epmd.close();
  }

  @Test
  void theStatusOfARunningReleaseHasItsShape() {
    Outcome outcome = tree.enit("status", "relex");
    assertEquals("", outcome.stderr());
    String host = relex.name().host();
    String shape =
        """
        Release: relex
        Version: 1.0
        Node:    relex@%s
        Cookie:  monster

        This node is currently online.
        It was not started by enit.

        OTP: \\d+
        Pid: %d
        Uptime: \\d+sec
        Connected Nodes:
        Running Applications:
         kernel [\\d.]+
         sasl   [\\d.]+
         stdlib [\\d.]+
        Memory Usage \\(erlang:memory/0\\):
         Total:            \\d+ MiB
         Processes:        \\d+ MiB
         Processes \\(used\\): \\d+ MiB
         System:           \\d+ MiB
         Atom:             \\d+ KiB
         Atom \\(used\\):      \\d+ KiB
         Binary:           \\d+ [KM]iB
         Code:             \\d+ MiB
         ETS:              \\d+ KiB
        """
            .formatted(host, relex.pid());
    assertTrue(outcome.stdout().matches(shape), outcome.stdout());
    assertEquals(0, outcome.status());
  }

  @Test
  void applicationsThatDoNotRunYetAreNamed() {
    Outcome outcome = tree.enit("status", "early");
    assertTrue(
        outcome.stdout().contains("by enit.\n\nApplications still starting:\n sasl\n\nOTP: "),
        outcome.stdout());
    assertEquals(0, outcome.status());
  }

  @Test
  void jsonHasEverythingButTheCookie() {
    JsonObject json = json("status", "relex", "--format", "json");
    assertEquals("running", json.get("state").getAsString());
    assertEquals(relex.pid(), json.get("pid").getAsLong());
    assertTrue(json.getAsJsonObject("applications").has("sasl"));
    assertTrue(json.getAsJsonObject("memory").get("ets").getAsLong() > 0);
    assertEquals(0, json.getAsJsonArray("waiting").size());
    assertFalse(json.toString().contains("monster"));
    assertEquals(
        "starting", json("status", "early", "--format", "json").get("state").getAsString());
    JsonObject shown = json("status", "relex", "--format", "json", "--show-cookie");
    assertEquals("monster", shown.get("cookie").getAsString());
  }

  @Test
  void aNodeThatEnitDidNotStartSaysSo() {
    Outcome outcome = tree.enit("status", "relex");
    assertTrue(outcome.stdout().contains("It was not started by enit.\n"), outcome.stdout());
    assertFalse(json("status", "relex", "--format", "json").get("started_by_enit").getAsBoolean());
  }

  /** enit did not start them, and they are not asked successfully: they are not the release's. */
  @Test
  void aForeignNodeWithTheNameIsNotTheReleases() {
    Outcome outcome = tree.enit("status", "stranger");
    String node = early.name().full();
    assertTrue(
        outcome
            .stdout()
            .replaceAll("\\s+", " ")
            .endsWith(
                ("This node is currently offline. `stranger` does not run: its node name `%s` is in"
                        + " use by process %d, which enit did not start. It does not accept the"
                        + " cookie of the configuration. Stop that node, or set another `nodename`"
                        + " in the section `node`. ")
                    .formatted(node, early.pid())),
        outcome.stdout());
    assertEquals(3, outcome.status());
    assertInUse(early, "stranger");
    assertInUse(renamed, "renamed");
  }

  @Test
  void aNodeThatHangsIsNotOffline() {
    JsonObject json = json("status", "stands-still", "--format", "json", "--timeout", "0.5");
    assertEquals("unreachable", json.get("state").getAsString());
    assertEquals("no-answer", json.get("reason").getAsString());
    assertEquals(stopped.pid(), json.get("pid").getAsLong());
    assertEquals(4, tree.enit("status", "stands-still", "--timeout", "0.5").status());
  }

  private static void assertInUse(EmulatorNode by, String... arguments) {
    List<String> command = new ArrayList<>(List.of("status", "--format", "json"));
    command.addAll(List.of(arguments));
    JsonObject json = json(command.toArray(String[]::new));
    assertEquals("name-in-use", json.get("state").getAsString());
    JsonObject usedBy = json.getAsJsonObject("used_by");
    assertEquals(by.pid(), usedBy.get("pid").getAsLong());
    assertFalse(usedBy.get("started_by_enit").getAsBoolean());
  }

  /** The name is of this process: nothing else may run a node of that name here. */
  @Test
  void aForeignNodeOfAnotherNameServerDoesNotMatter() throws IOException {
    String name = "lost" + ProcessHandle.current().pid();
    ReleaseTree elsewhere =
        new ReleaseTree(folder.resolve("lost"), TestEpmd.freePort()).add(name, "[]", COOKIE);
    try (EmulatorNode lost = EmulatorNode.named(name, epmd)) {
      Outcome outcome = elsewhere.enit("status", name);
      assertTrue(outcome.stdout().endsWith("This node is currently offline.\n"), outcome.stdout());
      assertFalse(outcome.stdout().contains(Long.toString(lost.pid())), outcome.stdout());
      assertEquals(3, outcome.status());
    }
  }

  private static JsonObject json(String... arguments) {
    return JsonParser.parseString(tree.enit(arguments).stdout()).getAsJsonObject();
  }

  @Test
  void theListGoesOnPastEverything() {
    Outcome outcome = tree.enit("list", "--timeout", "2");
    String host = relex.name().host();
    String[] lines = outcome.stdout().replace("@" + host, "@H").split("\n", -1);
    String[] expected = {
      "absent        1.0  absent@H        not running",
      "early         1.0  early@H         starting",
      "relex         1.0  relex@H         running",
      "renamed       1.0  renamed@H       " + inUse(renamed),
      "stands-still  1.0  stands-still@H  unreachable: no answer in time",
      "stranger      1.0  early@H         " + inUse(early)
    };
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i].replaceAll(" +", " "), lines[i].replaceAll(" +", " "));
    }
    assertTrue(
        lines[6]
            .replaceAll(" +", " ")
            .startsWith(
                "unreadable - unreadable@H unreachable: no cookie; broken:"
                    + " var/lib/enit/unreadable/release.enit:1:"),
        lines[6]);
    assertEquals(1, outcome.status());
  }

  private static String inUse(EmulatorNode by) {
    return "not running: name in use by process " + by.pid() + ", which enit did not start";
  }

  @Test
  void callPrintsTheResult() {
    assertEquals("[1,4,7]\n", tree.enit("call", "relex", "lists", "seq", "[1, 9, 3]").stdout());
    String node = tree.enit("call", "relex", "erlang", "node").stdout().strip();
    assertEquals(TermPrinter.atom(relex.name().full()), node);
    JsonObject json = json("call", "relex", "lists", "reverse", "[\"abc\"]", "--format", "json");
    assertEquals("\"cba\"", json.get("result").getAsString());
    Outcome process = tree.enit("call", "relex", "erlang", "whereis", "[init]");
    assertEquals("<0.0.0>\n", process.stdout());
  }

  @Test
  void whatACallEndsWithIsStated() {
    assertError(
        "`lists:nth/2` ended with an error: function_clause\n  in lists:nth",
        "lists",
        "nth",
        "[4, [a]]");
    assertError(
        "`erlang:throw/1` ended with a throw: {x,[1,2]}\n", "erlang", "throw", "[{x, [1, 2]}]");
    assertError("the node has no module `nonesuch`\n", "nonesuch", "f");
    assertError(
        "`lists:seq/1` does not exist; the module has `seq/2`, `seq/3`\n", "lists", "seq", "[1]");
    assertError("`lists:mapp/0` does not exist; the module has `map`\n", "lists", "mapp");
    assertError(
        "`timer:sleep/1` did not return within 0.3 s.",
        "timer",
        "sleep",
        "[infinity]",
        "--timeout",
        "0.3");
  }

  private static void assertError(String expected, String... call) {
    String[] command = new String[call.length + 2];
    command[0] = "call";
    command[1] = "relex";
    System.arraycopy(call, 0, command, 2, call.length);
    Outcome outcome = tree.enit(command);
    assertTrue(outcome.stderr().startsWith("enit: " + expected), outcome.stderr());
    assertEquals(1, outcome.status());
  }

  @Test
  void nothingIsCalledWhereNothingRuns() {
    Outcome outcome = tree.enit("call", "absent", "erlang", "halt");
    assertTrue(outcome.stderr().contains("does not run; `enit start absent`"), outcome.stderr());
  }
}
