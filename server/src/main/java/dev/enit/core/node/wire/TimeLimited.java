package dev.enit.core.node.wire;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls that have no time limit of their own, such as those that ask a resolver. */
final class TimeLimited {
  private TimeLimited() {}

  /**
   * The result of a call; one that is late goes on by itself.
   *
   * @throws TimeoutException where the deadline comes first
   * @throws ExecutionException with what the call threw
   */
  static <T> T call(Callable<T> call, Deadline deadline)
      throws TimeoutException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread.ofPlatform().daemon().start(task);
    try {
      return task.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException("interrupted");
    }
  }
}
