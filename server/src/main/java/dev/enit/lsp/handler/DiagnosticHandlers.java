package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.session.AffectedFiles;
import dev.enit.lsp.session.DocumentDiagnostics;
import dev.enit.lsp.session.PullDiagnostics;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.FullDocumentDiagnosticReport;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.UnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Handlers of pulled diagnostics. */
public final class DiagnosticHandlers {
  private DiagnosticHandlers() {}

  /**
   * Handles {@code textDocument/diagnostic}: returns the diagnostics of a document, and those of
   * the other files of its release that the client does not have yet, if it supports related
   * documents.
   */
  public static DocumentDiagnosticReport ofDocument(
      RequestContext request, DocumentDiagnosticParams params) {
    return ParamsReader.path(params.getTextDocument())
        .map(path -> report(request, path, params.getPreviousResultId()))
        .orElseGet(
            () -> new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of())));
  }

  private static DocumentDiagnosticReport report(
      RequestContext request, Path path, @Nullable String previous) {
    DocumentDiagnostics report = request.session().reports().one(request.workspace(), path);
    var related = related(request, path);
    request.session().pullDiagnostics().ifPresent(pull -> pull.answered(report));
    if (report.id().equals(previous)) {
      RelatedUnchangedDocumentDiagnosticReport unchanged =
          new RelatedUnchangedDocumentDiagnosticReport(report.id());
      unchanged.setRelatedDocuments(related.isEmpty() ? null : related);
      return new DocumentDiagnosticReport(unchanged);
    }
    RelatedFullDocumentDiagnosticReport full =
        new RelatedFullDocumentDiagnosticReport(report.items());
    full.setResultId(report.id());
    full.setRelatedDocuments(related.isEmpty() ? null : related);
    return new DocumentDiagnosticReport(full);
  }

  private static Map<
          String, Either<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport>>
      related(RequestContext request, Path path) {
    Session session = request.session();
    Map<String, Either<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport>> related =
        new LinkedHashMap<>();
    Optional<PullDiagnostics> pull = session.pullDiagnostics();
    if (session.client().takesRelatedDocuments() && pull.isPresent()) {
      for (Path neighbour : AffectedFiles.neighbours(request.workspace(), path)) {
        request.call().check();
        DocumentDiagnostics report = session.reports().one(request.workspace(), neighbour);
        if (!pull.get().isTold(report)) {
          FullDocumentDiagnosticReport full = new FullDocumentDiagnosticReport(report.items());
          full.setResultId(report.id());
          related.put(session.documents().uri(neighbour), Either.forLeft(full));
          pull.get().answered(report);
        }
      }
    }
    return related;
  }

  /**
   * Handles {@code workspace/diagnostic}: returns the diagnostics of every file of a release in the
   * workspace, open or not.
   */
  public static WorkspaceDiagnosticReport ofWorkspace(
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
