package dev.enit.lsp.handler;

import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;

/** From now on the file's text is the disk's again. */
public final class DidClose implements NotificationHandler<DidCloseTextDocumentParams> {
  @Override
  public void take(Session session, DidCloseTextDocumentParams params) {
    FromLsp.path(params.getTextDocument())
        .ifPresentOrElse(
            path -> {
              session.host().close(path);
              session.tokens().closed(path);
              session.changed(null);
            },
            () -> session.virtualDocuments().closed(params.getTextDocument().getUri()));
  }
}
