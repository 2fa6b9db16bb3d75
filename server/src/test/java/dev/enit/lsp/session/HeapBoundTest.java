package dev.enit.lsp.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tests when garbage is collected, with figures of a fake heap. */
class HeapBoundTest {
  private static final long MIB = 1L << 20;
  private static final long LIVE = 60 * MIB;

  private static final long PAUSE = 100_000;

  private final AtomicLong used = new AtomicLong();
  private final LinkedBlockingQueue<Long> collected = new LinkedBlockingQueue<>();

  private HeapBound bound(WorkerThreads workers, long pause) {
    return new HeapBound(
        workers,
        pause,
        used::get,
        () -> {
          collected.add(used.get());
          used.set(LIVE);
        });
  }

  @Test
  void aHeapOfGarbageIsCollectedWhileTyping() throws Exception {
    try (WorkerThreads workers = new WorkerThreads()) {
      HeapBound bound = bound(workers, PAUSE);
      used.set(40 * MIB);
      bound.workspaceChanged(null);
      used.set(70 * MIB);
      bound.workspaceChanged(null);
      assertEquals(70 * MIB, collected.take(), "not before there is something to collect");
      settle(workers);
      long most = 0;
      for (int keystroke = 0; keystroke < 1_000; keystroke++) {
        most = Math.max(most, used.addAndGet(5 * MIB));
        bound.workspaceChanged(null);
        settle(workers);
      }
      assertEquals(185 * MIB, most, "three times what is in use, and one keystroke");
      assertEquals(40, collected.size(), "once in 25 keystrokes");
    }
  }

  @Test
  void aPauseIsUsedEarlier() throws Exception {
    try (WorkerThreads workers = new WorkerThreads()) {
      HeapBound bound = bound(workers, 1);
      used.set(45 * MIB);
      bound.workspaceChanged(null);
      assertNotNull(collected.poll(1, TimeUnit.MINUTES));
      settle(workers);
      bound.workspaceChanged(null);
      assertNull(collected.poll(), "nothing to collect");
    }
  }

  /** Waits until what was begun is done. */
  private static void settle(WorkerThreads workers) throws Exception {
    LinkedBlockingQueue<Boolean> done = new LinkedBlockingQueue<>();
    workers.disk().execute(() -> done.add(true));
    done.take();
  }
}
