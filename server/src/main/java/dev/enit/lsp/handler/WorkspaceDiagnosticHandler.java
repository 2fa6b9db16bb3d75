package dev.enit.lsp.handler;

import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.session.DocumentDiagnostics;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code workspace/diagnostic}: returns the diagnostics of every file of a release in the
 * workspace, open or not.
 */
public final class WorkspaceDiagnosticHandler implements RequestHandler<WorkspaceDiagnosticParams> {
  @Override
  public WorkspaceDiagnosticReport answer(
      RequestContext request, WorkspaceDiagnosticParams params) {
    Session session = request.session();
    request.session().releaseDirectories().verify();
    Map<Path, String> previous = previous(params.getPreviousResultIds());
    List<WorkspaceDocumentDiagnosticReport> items = new ArrayList<>();
    for (DocumentDiagnostics report :
        session.reports().all(request.workspace(), session.folders(), request.call()::check)) {
      String before = previous.remove(report.path());
      if (before != null || !report.items().isEmpty()) {
        items.add(item(session, report, before));
      }
    }
    for (Map.Entry<Path, String> clean : previous.entrySet()) {
      DocumentDiagnostics report = session.reports().one(request.workspace(), clean.getKey());
      items.add(item(session, report, clean.getValue()));
    }
    return new WorkspaceDiagnosticReport(items);
  }

  private static WorkspaceDocumentDiagnosticReport item(
      Session session, DocumentDiagnostics report, @Nullable String previous) {
    session.pullDiagnostics().ifPresent(pull -> pull.answered(report));
    String uri = session.documents().uri(report.path());
    if (report.id().equals(previous)) {
      return new WorkspaceDocumentDiagnosticReport(
          new WorkspaceUnchangedDocumentDiagnosticReport(report.id(), uri, report.version()));
    }
    WorkspaceFullDocumentDiagnosticReport full =
        new WorkspaceFullDocumentDiagnosticReport(report.items(), uri, report.version());
    full.setResultId(report.id());
    return new WorkspaceDocumentDiagnosticReport(full);
  }

  private static Map<Path, String> previous(@Nullable List<PreviousResultId> ids) {
    Map<Path, String> previous = new HashMap<>();
    for (PreviousResultId id : ids == null ? List.<PreviousResultId>of() : ids) {
      Uris.path(id.getUri()).ifPresent(path -> previous.put(path, id.getValue()));
    }
    return previous;
  }
}
