package dev.enit.lsp.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.LspConverter;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.rpc.Connection;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests which answers count as stale, with comparisons that run when the test says so. */
class RefreshTrackerTest {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<String> refreshed = new ArrayList<>();

  /** What the client would be sent now. */
  private final Map<String, String> now = new HashMap<>();

  /** Runs while an answer is compared. */
  private Runnable meanwhile = () -> {};

  private final RefreshTracker<String, String> tracker =
      new RefreshTracker<>(
          context(),
          queue::add,
          "the answers",
          true,
          (_, key, _, _) -> {
            String value = now.get(key);
            meanwhile.run();
            return value;
          },
          null,
          stale -> refreshed.addAll(stale));

  private static SessionContext context() {
    Connection connection = new Connection(new ByteArrayOutputStream(), Map.of());
    ClientCapabilities client =
        new ClientCapabilities(JsonParser.parseString("{\"capabilities\": {}}").getAsJsonObject());
    return new SessionContext(
        connection,
        client,
        new WorkspaceHost(Settings.NONE, Map.of(), HostFacts.ofThisHost()),
        new ClientLog(connection, new PrintStream(new ByteArrayOutputStream())),
        new WorkerThreads(),
        List.of(),
        new LspConverter(client, Uris::uri),
        new SessionEvents());
  }

  private List<String> refreshedAfter(Runnable event) {
    refreshed.clear();
    event.run();
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
    return List.copyOf(refreshed);
  }

  @Test
  void aStaleAnswerIsReportedOnceUntilTheClientAsksAgain() {
    now.putAll(Map.of("a", "1", "b", "1"));
    assertEquals(
        List.of(),
        refreshedAfter(
            () -> {
              tracker.sent("a", "1");
              tracker.sent("b", "1");
            }));
    now.put("a", "2");
    assertEquals(List.of("a"), refreshedAfter(() -> tracker.changed(true)));
    now.put("a", "3");
    assertEquals(List.of(), refreshedAfter(() -> tracker.changed(true)));
    assertEquals(List.of(), refreshedAfter(() -> tracker.sent("a", "3")));
    now.put("a", "4");
    assertEquals(List.of("a"), refreshedAfter(() -> tracker.changed(true)));
  }

  @Test
  void anAnswerOfAnOlderSnapshotIsStaleAtOnce() {
    now.put("a", "2");
    assertEquals(List.of("a"), refreshedAfter(() -> tracker.sent("a", "1")));
  }

  /** The comparison has begun with the former answer: it must not decide on the newer one. */
  @Test
  void anAnswerSentDuringAComparisonIsComparedAgain() {
    now.put("a", "1");
    assertEquals(List.of(), refreshedAfter(() -> tracker.sent("a", "1")));
    now.put("a", "3");
    meanwhile =
        () -> {
          meanwhile = () -> {};
          tracker.sent("a", "3");
        };
    assertEquals(List.of(), refreshedAfter(() -> tracker.changed(true)));
    now.put("a", "4");
    assertEquals(List.of("a"), refreshedAfter(() -> tracker.changed(true)));
  }

  @Test
  void anAnswerThatIsNoLongerShownIsForgotten() {
    now.put("a", "1");
    assertEquals(List.of(), refreshedAfter(() -> tracker.sent("a", "1")));
    tracker.closed("a");
    now.put("a", "2");
    assertEquals(List.of(), refreshedAfter(() -> tracker.changed(true)));
    assertEquals(List.of(), refreshedAfter(() -> tracker.sent("b", "1")));
    now.remove("b");
    assertEquals(List.of(), refreshedAfter(() -> tracker.changed(true)));
    assertEquals(Set.of(), Set.copyOf(tracker.lastSent("b").stream().toList()));
  }
}
