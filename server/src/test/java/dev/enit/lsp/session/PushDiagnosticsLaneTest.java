package dev.enit.lsp.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.TextChange;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.LspConverter;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.rpc.Connection;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests which diagnostics are sent, with a lane that runs when the test says so. */
class PushDiagnosticsLaneTest {
  private static final Path ONE = Path.of("/nowhere/r/one.config");
  private static final Path TWO = Path.of("/nowhere/s/two.config");

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final Deque<Runnable> lane = new ArrayDeque<>();
  private final WorkspaceHost host =
      new WorkspaceHost(Settings.NONE, Map.of(), HostFacts.ofThisHost());
  private final PushDiagnostics diagnostics = diagnostics();

  private PushDiagnostics diagnostics() {
    Connection connection = new Connection(sent, Map.of());
    ClientCapabilities client =
        new ClientCapabilities(
            JsonParser.parseString(
                    "{\"capabilities\": {\"textDocument\": {\"publishDiagnostics\":"
                        + " {\"versionSupport\": true}}}}")
                .getAsJsonObject());
    SessionContext context =
        new SessionContext(
            connection,
            client,
            host,
            new ClientLog(connection, new PrintStream(sent)),
            new WorkerThreads(),
            List.of(),
            new LspConverter(client, Uris::uri),
            new SessionEvents());
    return new PushDiagnostics(context, new DiagnosticsCache(context.to()), lane::add);
  }

  private void open(Path path, String text) {
    host.open(path, 1, text);
    diagnostics.workspaceChanged(path);
  }

  private void insert(Path path, int version, String text) {
    host.change(path, version, List.of(new TextChange(Span.at(0), text)));
    diagnostics.workspaceChanged(path);
  }

  /** Runs the lane until it is empty; {@code file version count} of what was sent. */
  private List<String> run() {
    while (!lane.isEmpty()) {
      lane.remove().run();
    }
    return sent();
  }

  private List<String> sent() {
    List<String> lines = new ArrayList<>();
    for (String frame :
        sent.toString(StandardCharsets.UTF_8).split("Content-Length: \\d+\r\n\r\n", -1)) {
      if (!frame.isEmpty()) {
        JsonObject params =
            JsonParser.parseString(frame).getAsJsonObject().getAsJsonObject("params");
        String uri = params.get("uri").getAsString();
        lines.add(
            uri.substring(uri.lastIndexOf('/') + 1)
                + " "
                + params.get("version")
                + " "
                + params.getAsJsonArray("diagnostics").size());
      }
    }
    sent.reset();
    return lines;
  }

  @Test
  void nothingIsToldBeforeTheStart() {
    open(ONE, "{a b}.\n");
    assertEquals(List.of(), run());
    diagnostics.ready();
    assertEquals(List.of("one.config 1 1"), run());
  }

  @Test
  void equalOnesAreSentForANewVersionOnly() {
    diagnostics.ready();
    open(ONE, "{a, [{b, 1} {c, 2}]}.\n");
    open(TWO, "{a, [{b, 1} {c, 2}]}.\n");
    assertEquals(List.of("two.config 1 1", "one.config 1 1"), run());
    insert(TWO, 2, "%");
    assertEquals(List.of("two.config 2 0"), run());
    diagnostics.workspaceChanged(null);
    assertEquals(List.of(), run());
    insert(TWO, 3, "%");
    assertEquals(List.of("two.config 3 0"), run());
  }

  @Test
  void ofManyEditsOnlyTheLastIsTold() {
    diagnostics.ready();
    open(ONE, "{a, [{b, 1} {c, 2}]}.\n");
    run();
    for (int version = 2; version < 100; version++) {
      insert(ONE, version, "\n");
    }
    assertEquals(1, lane.size());
    assertEquals(List.of("one.config 99 1"), run());
  }

  @Test
  void theFileThatIsEditedComesFirst() {
    diagnostics.ready();
    open(ONE, "{a, [{b, 1} {c, 2}]}.\n");
    open(TWO, "{a, [{b, 1} {c, 2}]}.\n");
    run();
    host.change(TWO, 2, List.of(new TextChange(Span.at(0), "\n")));
    insert(ONE, 2, "\n");
    assertEquals(List.of("one.config 2 1", "two.config 2 1"), run());
  }

  @Test
  void aClosedDocumentIsClearedOnce() {
    diagnostics.ready();
    open(ONE, "{a, [{b, 1} {c, 2}]}.\n");
    run();
    host.close(ONE);
    diagnostics.workspaceChanged(null);
    assertEquals(List.of("one.config null 0"), run());
    diagnostics.workspaceChanged(null);
    assertEquals(List.of(), run());
  }
}
