package dev.enit.lsp.session;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics for a client that pulls them. Such a client asks again by itself for a document after
 * an edit, but not for the other files of its release. This class asks it to refresh when the
 * diagnostics that it has of an unedited file are stale.
 */
public final class PullDiagnostics implements SessionListener {
  private final DiagnosticsCache reports;
  private final RefreshTracker<Path, Told> tracker;

  /** The last report of a file that the client was sent. */
  private record Told(@Nullable Integer version, String id) {}

  PullDiagnostics(SessionContext context, DiagnosticsCache reports) {
    this.reports = reports;
    RefreshRequester refresh =
        new RefreshRequester(context.connection(), "workspace/diagnostic/refresh");
    this.tracker =
        new RefreshTracker<>(
            context,
            context.workers().diagnostics(),
            "the diagnostics",
            context.client().refreshesDiagnostics(),
            this::now,
            workspace -> AffectedFiles.open(workspace, null),
            _ -> refresh.ask());
  }

  /** Records that the client is sent this report. */
  public void answered(DocumentDiagnostics report) {
    tracker.sent(report.path(), new Told(report.version(), report.id()));
  }

  /** Returns whether the client has this report. */
  public boolean isTold(DocumentDiagnostics report) {
    return tracker
        .lastSent(report.path())
        .map(told -> told.id().equals(report.id()))
        .orElse(report.items().isEmpty());
  }

  @Override
  public void ready() {
    tracker.changed(true);
  }

  @Override
  public void workspaceChanged(@Nullable Path edited) {
    tracker.changed(edited == null);
  }

  @Override
  public void liveStateChanged(ReleaseKey release) {
    tracker.changed(false);
  }

  private Told now(Workspace workspace, Path path, Told sent, BooleanSupplier isOvertaken) {
    Integer version = DocumentDiagnostics.version(workspace, path);
    if (!Objects.equals(sent.version(), version)) {
      // The client asks again for a document that was edited.
      return sent;
    }
    Told now =
        CancellationToken.bound(
            isOvertaken, () -> new Told(version, reports.one(workspace, path).id()));
    return Objects.requireNonNull(now);
  }
}
