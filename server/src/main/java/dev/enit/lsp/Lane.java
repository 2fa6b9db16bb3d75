package dev.enit.lsp;

import dev.enit.lsp.session.WorkerThreads;
import java.util.concurrent.Executor;

/**
 * The queue that a request waits in. An editor asks for a dozen views of a document after every
 * keystroke; completion, which the user waits for, is not queued behind them, and neither waits for
 * a search through all releases.
 */
enum Lane {
  /** What the user waits for at the cursor. */
  CURSOR,
  /** What an editor asks for by itself when a document or the cursor in it has changed. */
  DOCUMENT,
  /** What reads every release of the workspace. */
  WORKSPACE;

  Executor executor(WorkerThreads workers) {
    return switch (this) {
      case CURSOR -> workers.requests();
      case DOCUMENT -> workers.documents();
      case WORKSPACE -> workers.surveys();
    };
  }
}
