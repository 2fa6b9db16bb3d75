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
 * What an answer is made from.
 *
 * @param workspace the world when the request arrived
 * @param call to ask whether somebody still waits
 */
public record RequestContext(Session session, Workspace workspace, PendingRequest call) {

  /** A document and its text. */
  public record Document(Path path, TermFile terms) {}

  /**
   * The document that a request is about; empty for one that is not served, not there, or too long.
   */
  Optional<Document> document(@Nullable TextDocumentIdentifier identifier) {
    Optional<Path> path = ParamsReader.path(identifier);
    return path.flatMap(workspace::file)
        .filter(file -> !file.isSyntaxOnly())
        .map(SourceFile::terms)
        .map(terms -> new Document(path.orElseThrow(), terms));
  }

  /** The offset of a position in a document, clamped to its text. */
  int offset(Document document, @Nullable Position position) {
    return session.from().offset(document.terms(), position);
  }
}
