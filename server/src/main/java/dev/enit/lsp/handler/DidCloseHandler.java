package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;

/**
 * Handles {@code textDocument/didClose}: the text on the disk becomes the text of the file again.
 */
public final class DidCloseHandler implements NotificationHandler<DidCloseTextDocumentParams> {
  @Override
  public void take(Session session, DidCloseTextDocumentParams params) {
    ParamsReader.path(params.getTextDocument())
        .ifPresentOrElse(
            path -> {
              session.host().close(path);
              session.tokens().closed(path);
              session.changed(null);
            },
            () -> session.virtualDocuments().closed(params.getTextDocument().getUri()));
  }
}
