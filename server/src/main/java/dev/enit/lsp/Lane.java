package dev.enit.lsp;

import dev.enit.lsp.session.WorkerThreads;
import java.util.concurrent.Executor;

/**
 * The queue of a request. An editor sends a dozen requests for a document after every keystroke;
 * completion, which the user waits for, must not queue after those, and neither must wait for a
 * search through all releases.
 */
enum Lane {
  /** Requests at the cursor, which the user waits for. */
  CURSOR,
  /** Requests that an editor sends when a document or the cursor in it has changed. */
  DOCUMENT,
  /** Requests that read every release of the workspace. */
  WORKSPACE;

  Executor executor(WorkerThreads workers) {
    return switch (this) {
      case CURSOR -> workers.requests();
      case DOCUMENT -> workers.documents();
      case WORKSPACE -> workers.surveys();
    };
  }
}
