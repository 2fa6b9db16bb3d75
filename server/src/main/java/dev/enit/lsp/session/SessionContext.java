package dev.enit.lsp.session;

import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.LspConverter;
import dev.enit.lsp.rpc.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all parts of a session share: the client, the workspace, the threads and the events.
 *
 * @param folders the workspace folders, a list that is changed in place
 */
record SessionContext(
    Connection connection,
    ClientCapabilities client,
    WorkspaceHost host,
    ClientLog log,
    WorkerThreads workers,
    List<Path> folders,
    LspConverter to,
    SessionEvents events) {

  /**
   * Creates a queue of one task whose errors are logged.
   *
   * @param subject what the task computes, for the log
   */
  <T> LatestOnly<T> latestOnly(Executor executor, String subject, Consumer<T> work) {
    return new LatestOnly<>(executor, work, fault -> log.fault(subject, fault));
  }
}
