package dev.enit.lsp.session;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.LspConverter;
import dev.enit.lsp.rpc.Connection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics for a client that pulls them. Such a client asks again by itself for a document after
 * an edit, but not for the other files of its release. This class asks it to refresh when the
 * diagnostics that it has of an unedited file are stale.
 */
public final class PullDiagnostics implements DiagnosticsPublisher {
  private final WorkspaceHost host;
  private final DiagnosticsCache reports;
  private final LspConverter to;
  private final ClientLog log;
  private final LatestOnly<Boolean> lane;
  private final Map<Path, Told> told = new ConcurrentHashMap<>();
  private final RefreshRequester refresh;

  /** Whether files other than those of the open releases may have changed. */
  private volatile boolean everywhere;

  /**
   * The last report of a file that the client was sent.
   *
   * @param outdated whether the client was asked to refresh
   */
  private record Told(@Nullable Integer version, String id, boolean outdated) {}

  PullDiagnostics(
      Connection connection,
      WorkspaceHost host,
      DiagnosticsCache reports,
      LspConverter to,
      ClientLog log,
      Executor executor) {
    this.refresh = new RefreshRequester(connection, "workspace/diagnostic/refresh");
    this.host = host;
    this.reports = reports;
    this.to = to;
    this.log = log;
    this.lane = new LatestOnly<>(executor, this::compareGuarded);
  }

  /** Records that the client is sent this report. */
  public void answered(DocumentDiagnostics report) {
    told.put(report.path(), new Told(report.version(), report.id(), false));
    if (to.client().refreshesDiagnostics()) {
      lane.submit(true);
    }
  }

  /** Returns whether the client has this report. */
  public boolean isTold(DocumentDiagnostics report) {
    Told before = told.get(report.path());
    return before == null ? report.items().isEmpty() : before.id().equals(report.id());
  }

  @Override
  public void changed(@Nullable Path first) {
    everywhere |= first == null;
    if (to.client().refreshesDiagnostics()) {
      lane.submit(true);
    }
  }

  @Override
  public void start() {
    changed(null);
  }

  private void compareGuarded(boolean ignored) {
    try {
      compare(host.snapshot());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.fault("the diagnostics", e);
    }
  }

  private void compare(Workspace workspace) {
    boolean all = everywhere;
    everywhere = false;
    boolean stale = false;
    for (Path path : all ? told.keySet() : AffectedFiles.open(workspace, null)) {
      try {
        stale |=
            Boolean.TRUE.equals(
                CancellationToken.bound(lane::isOvertaken, () -> isStale(workspace, path)));
      } catch (CancellationException overtaken) {
        // The newer task does all of the work.
      }
      if (lane.isOvertaken()) {
        everywhere |= all;
        break;
      }
    }
    if (stale) {
      refresh.ask();
    }
  }

  /** Returns whether the client has stale diagnostics of a file and will not ask by itself. */
  private boolean isStale(Workspace workspace, Path path) {
    Told before = told.get(path);
    return before != null
        && !before.outdated()
        && Objects.equals(before.version(), DocumentDiagnostics.version(workspace, path))
        && !before.id().equals(reports.one(workspace, path).id())
        && told.replace(path, before, new Told(before.version(), before.id(), true));
  }
}
