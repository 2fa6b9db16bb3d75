package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;

/** From now on the file's text is the disk's again. */
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
