package dev.enit.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.TestEpmd;
import dev.enit.lsp.RequestCorpus.Question;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The benchmark of a keystroke while the node of its release is not looked at, is observed, or
 * hangs with the connection up.
 */
record HangBench(Distribution enit, BenchTrees trees, boolean quick) {
  private static final int LINES = 2_000;
  private static final String ROW = "keystroke to diagnostics";

  String run() throws IOException {
    Bench.say("a node that hangs");
    TimeGrid grid = new TimeGrid(String.format("beside its node, ms, %,d lines", LINES));
    try (TestEpmd epmd = TestEpmd.start();
        EmulatorNode node = EmulatorNode.start(epmd)) {
      Document document = document(node.name().full());
      List<String> command = List.of("env", "ERL_EPMD_PORT=" + epmd.port(), enit.program(), "lsp");
      try (EditorSession alone = new EditorSession(command, document, false);
          EditorSession beside = new EditorSession(command, document, true)) {
        alone.open(0);
        beside.open(0);
        await(beside, document, kind -> kind.equals("running") || kind.equals("starting"));
        keystrokes(alone, grid.times(ROW, "not followed"));
        keystrokes(beside, grid.times(ROW, "it runs"));
        node.suspend();
        try {
          keystrokes(beside, grid.times(ROW, "it hangs"));
          await(beside, document, "unreachable"::equals);
          keystrokes(beside, grid.times(ROW, "known to hang"));
        } finally {
          node.resume();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return grid.toString();
  }

  private Document document(String nodename) throws IOException {
    Document document = trees.release(LINES);
    BenchTrees.write(
        document.root().resolve("etc/enit/site/zz_node.config"),
        "{node, [{nodename, \"" + nodename + "\"}, {cookie, \"monster\"}]}.\n");
    return document;
  }

  private void keystrokes(EditorSession session, Times times) throws IOException {
    for (int i = 0; i < (quick ? 20 : 200); i++) {
      times.add(session.keystroke(0));
    }
  }

  /** Asks until the server knows of the node what it should. */
  private static void await(EditorSession session, Document document, Predicate<String> wanted)
      throws IOException {
    JsonObject params = new JsonObject();
    params.addProperty("uri", document.uri());
    String kind = "";
    while (!wanted.test(kind)) {
      JsonElement release = session.result(new Question("enit/release", params));
      kind =
          release instanceof JsonObject known
              ? known.getAsJsonObject("state").get("kind").getAsString()
              : "";
    }
  }
}
