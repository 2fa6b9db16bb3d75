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
 * The threads beside the reading one. All are daemons with a name: a process that has said goodbye
 * ends whatever they do, and a stack dump tells who does what.
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

  /** Answers what the user waits for at the cursor. */
  public Executor requests() {
    return requests;
  }

  /** Answers what depends on a whole document; leaves a processor to what the user waits for. */
  public Executor documents() {
    return documents;
  }

  /** Answers what reads every release of the workspace. */
  public Executor surveys() {
    return surveys;
  }

  /** Computes the diagnostics that nobody asked for, one pass at a time. */
  public Executor diagnostics() {
    return diagnostics;
  }

  /**
   * Looks whether what the client shows is still right, so that diagnostics do not wait for that.
   */
  public Executor views() {
    return views;
  }

  /** Reads what nobody waits for. */
  public Executor disk() {
    return disk;
  }

  /** Searches folders for releases, which can take seconds. */
  public Executor search() {
    return search;
  }

  /** Takes what running nodes tell, one piece after the other. */
  public Executor live() {
    return live;
  }

  /** To be done when the client has gone; must not take long. */
  public void atEnd(Runnable task) {
    atEnd.add(task);
  }

  /** Runs once; what is long belongs on another thread. */
  public Runnable after(long millis, Runnable task) {
    var future = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  /** Runs again and again, with a pause between two runs; what is long belongs elsewhere. */
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

  /** What comes when the session has ended is for nobody: it is left undone. */
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
