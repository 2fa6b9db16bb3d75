package dev.enit.lsp.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The worker threads. All are daemon threads with a name: the process exits whatever they do, and a
 * thread dump shows what each is for.
 */
public final class WorkerThreads implements AutoCloseable {
  private final ExecutorService requests;
  private final ExecutorService documents;
  private final ExecutorService surveys;
  private final ExecutorService diagnostics;
  private final ExecutorService views;
  private final ExecutorService disk;
  private final ExecutorService search;
  private final ExecutorService live;
  private final List<Runnable> atEnd = new CopyOnWriteArrayList<>();
  private final ScheduledThreadPoolExecutor timer;

  public WorkerThreads() {
    int processors = Runtime.getRuntime().availableProcessors();
    requests = pool(Math.clamp(processors, 2, 4), "enit-request-");
    documents = pool(Math.clamp(processors / 2, 1, 3), "enit-document-");
    surveys = pool(1, "enit-survey-");
    diagnostics = pool(1, "enit-diagnostics-");
    views = pool(1, "enit-views-");
    disk = pool(1, "enit-disk-");
    search = pool(1, "enit-search-");
    live = pool(1, "enit-live-");
    timer = new ScheduledThreadPoolExecutor(1, named("enit-timer-"), new DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Returns the executor of requests at the cursor, which the user waits for. */
  public Executor requests() {
    return requests;
  }

  /**
   * Returns the executor of requests on a whole document; it leaves a processor for requests at the
   * cursor.
   */
  public Executor documents() {
    return documents;
  }

  /** Returns the executor of requests that read every release of the workspace. */
  public Executor surveys() {
    return surveys;
  }

  /**
   * Returns the executor of pushed diagnostics and of the check of pulled ones, one pass at a time.
   */
  public Executor diagnostics() {
    return diagnostics;
  }

  /**
   * Returns the executor of the checks whether the client's views are stale, so that diagnostics do
   * not wait for them.
   */
  public Executor views() {
    return views;
  }

  /** Returns the executor of background reads of the disk. */
  public Executor disk() {
    return disk;
  }

  /** Returns the executor of the search for releases, which can take seconds. */
  public Executor search() {
    return search;
  }

  /** Returns the executor of updates from running nodes, one after the other. */
  public Executor live() {
    return live;
  }

  /** Registers a task for the end of the session; it must be short. */
  public void atEnd(Runnable task) {
    atEnd.add(task);
  }

  /** Runs a short task once after a delay in milliseconds. Returns a task that cancels it. */
  public Runnable after(long millis, Runnable task) {
    var future = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  /** Runs a short task repeatedly, with a pause in milliseconds between two runs. */
  public void every(long millis, Runnable task) {
    var _ = timer.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    atEnd.forEach(Runnable::run);
    requests.shutdownNow();
    documents.shutdownNow();
    surveys.shutdownNow();
    diagnostics.shutdownNow();
    views.shutdownNow();
    disk.shutdownNow();
    search.shutdownNow();
    live.shutdownNow();
    timer.shutdownNow();
  }

  /** Returns a pool that discards the tasks submitted after the end of the session. */
  private static ExecutorService pool(int threads, String name) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        named(name),
        new DiscardPolicy());
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
