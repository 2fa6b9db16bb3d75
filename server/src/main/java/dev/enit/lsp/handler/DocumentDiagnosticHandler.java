package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.AffectedFiles;
import dev.enit.lsp.session.DocumentDiagnostics;
import dev.enit.lsp.session.PullDiagnostics;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.FullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.UnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Handles {@code textDocument/diagnostic}: returns the diagnostics of a document, and those of the
 * other files of its release that the client does not have yet, if it supports related documents.
 */
public final class DocumentDiagnosticHandler implements RequestHandler<DocumentDiagnosticParams> {
  @Override
  public DocumentDiagnosticReport answer(RequestContext request, DocumentDiagnosticParams params) {
    return ParamsReader.path(params.getTextDocument())
        .map(path -> report(request, path, params.getPreviousResultId()))
        .orElseGet(
            () -> new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of())));
  }

  private static DocumentDiagnosticReport report(
      RequestContext request, Path path, @org.jspecify.annotations.Nullable String previous) {
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
}
