package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;

/** Handles {@code textDocument/didOpen}: the client's text replaces the text on the disk. */
public final class DidOpenHandler implements NotificationHandler<DidOpenTextDocumentParams> {
  @Override
  public void take(Session session, DidOpenTextDocumentParams params) {
    TextDocumentItem document = ParamsReader.required(params.getTextDocument(), "textDocument");
    String uri = ParamsReader.required(document.getUri(), "textDocument.uri");
    String text = ParamsReader.required(document.getText(), "textDocument.text");
    Uris.path(uri)
        .ifPresent(
            path -> {
              session.documents().opened(path, uri);
              session.host().open(path, document.getVersion(), text);
              session.changed(path);
              session.files().look();
              session.nodeNames().opened();
            });
  }
}
