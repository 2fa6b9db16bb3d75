package dev.enit.lsp.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Tests that, of the tasks submitted while one is running, only the last runs. */
class LatestOnlyTest {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final List<Throwable> faults = new ArrayList<>();

  @Test
  void doesTheFirstAndThenTheLast() {
    LatestOnly<String> lane = new LatestOnly<>(queue::add, done::add, faults::add);
    lane.submit("a");
    lane.submit("b");
    lane.submit("c");
    assertTrue(lane.isOvertaken());
    queue.remove().run();
    assertEquals(List.of("c"), done);
    assertTrue(queue.isEmpty());
    assertFalse(lane.isOvertaken());
    lane.submit("d");
    queue.remove().run();
    assertEquals(List.of("c", "d"), done);
  }

  @Test
  void tasksSubmittedMeanwhileRunOnce() {
    List<LatestOnly<String>> self = new ArrayList<>();
    LatestOnly<String> lane =
        new LatestOnly<>(
            queue::add,
            piece -> {
              done.add(piece);
              if (piece.equals("a")) {
                self.get(0).submit("b");
                self.get(0).submit("c");
                assertTrue(self.get(0).isOvertaken());
              }
            },
            faults::add);
    self.add(lane);
    lane.submit("a");
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
    assertEquals(List.of("a", "c"), done);
    assertEquals(List.of(), faults);
  }

  @Test
  void aTaskThatFailsIsReportedAndTheNextOneRuns() {
    LatestOnly<RuntimeException> lane =
        new LatestOnly<>(
            queue::add,
            piece -> {
              throw piece;
            },
            faults::add);
    RuntimeException fault = new IllegalStateException();
    lane.submit(fault);
    queue.remove().run();
    lane.submit(new CancellationException());
    queue.remove().run();
    assertEquals(List.of(fault), faults);
  }
}
