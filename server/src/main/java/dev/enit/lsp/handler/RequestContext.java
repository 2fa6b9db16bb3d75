package dev.enit.lsp.handler;

import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.rpc.PendingRequest;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The context of a request: its session and the snapshot from which it is answered.
 *
 * @param workspace the snapshot at the arrival of the request
 * @param call the pending request, for cancellation checks
 */
public record RequestContext(Session session, Workspace workspace, PendingRequest call) {

  /** A document with its parsed text. */
  public record Document(Path path, TermFile terms) {}

  /**
   * Returns the document of a request; empty if its scheme is not supported, if it does not exist,
   * or if it is too long.
   */
  Optional<Document> document(@Nullable TextDocumentIdentifier identifier) {
    Optional<Path> path = ParamsReader.path(identifier);
    return path.flatMap(workspace::file)
        .filter(file -> !file.isSyntaxOnly())
        .map(SourceFile::terms)
        .map(terms -> new Document(path.orElseThrow(), terms));
  }

  /** Returns the offset of a position in a document, clamped to its text. */
  int offset(Document document, @Nullable Position position) {
    return session.from().offset(document.terms(), position);
  }
}
