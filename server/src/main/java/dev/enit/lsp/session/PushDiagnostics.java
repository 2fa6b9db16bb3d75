package dev.enit.lsp.session;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics for a client that does not pull: those of every open document and of every file of
 * its release, published when they differ from the last ones. When the last document of a release
 * is closed, its diagnostics are cleared.
 *
 * <p>A report is dropped if its document has changed since the snapshot: another one follows. Equal
 * diagnostics are published again only for another version of a document, because an editor moves
 * its marks with the text, and only a report of the new version corrects them.
 */
final class PushDiagnostics implements SessionListener {
  private final SessionContext context;
  private final DiagnosticsCache reports;
  private final LatestOnly<Optional<Path>> lane;

  /** Accessed only by tasks of {@link #lane}. */
  private final Map<Path, DocumentDiagnostics> told = new HashMap<>();

  private volatile boolean started;

  PushDiagnostics(SessionContext context, DiagnosticsCache reports, Executor executor) {
    this.context = context;
    this.reports = reports;
    this.lane = context.latestOnly(executor, "the diagnostics", this::publish);
  }

  @Override
  public void liveStateChanged(ReleaseKey release) {
    workspaceChanged(release.specification());
  }

  @Override
  public void workspaceChanged(@Nullable Path first) {
    if (started) {
      lane.submit(Optional.ofNullable(first));
    }
  }

  @Override
  public void ready() {
    started = true;
    workspaceChanged(null);
  }

  private void publish(Optional<Path> first) {
    Workspace workspace = context.host().snapshot();
    Set<Path> wanted = AffectedFiles.open(workspace, first.orElse(null));
    for (Path path : wanted) {
      DocumentDiagnostics report =
          CancellationToken.bound(
              () -> lane.isOvertaken() && isEdited(workspace, path),
              () -> reports.one(workspace, path));
      if (report != null) {
        tell(report);
      }
      if (lane.isOvertaken()) {
        return;
      }
    }
    for (Path path : List.copyOf(told.keySet())) {
      if (!wanted.contains(path)) {
        tell(new DocumentDiagnostics(path, null, "", List.of()));
        told.remove(path);
      }
    }
  }

  private void tell(DocumentDiagnostics report) {
    if (isStale(report) || isTold(report)) {
      return;
    }
    told.put(report.path(), report);
    PublishDiagnosticsParams params =
        new PublishDiagnosticsParams(context.to().uri().apply(report.path()), report.items());
    if (report.version() != null && context.client().takesVersions()) {
      params.setVersion(report.version());
    }
    context.connection().notify("textDocument/publishDiagnostics", params);
  }

  /** Returns whether a document was edited since the snapshot, so that a report would be stale. */
  private boolean isEdited(Workspace workspace, Path path) {
    Workspace now = context.host().snapshot();
    return !Objects.equals(
        DocumentDiagnostics.version(workspace, path), DocumentDiagnostics.version(now, path));
  }

  private boolean isStale(DocumentDiagnostics report) {
    return !Objects.equals(
        report.version(), DocumentDiagnostics.version(context.host().snapshot(), report.path()));
  }

  /**
   * Returns whether the client has this report. A file that the client was sent nothing for counts
   * as one without diagnostics.
   */
  private boolean isTold(DocumentDiagnostics report) {
    DocumentDiagnostics before = told.get(report.path());
    if (before == null) {
      return report.version() == null && report.items().isEmpty();
    }
    return Objects.equals(before.version(), report.version())
        ? before.items().equals(report.items())
        : report.version() == null && before.items().isEmpty() && report.items().isEmpty();
  }
}
