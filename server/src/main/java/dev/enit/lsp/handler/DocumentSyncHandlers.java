package dev.enit.lsp.handler;

import dev.enit.core.settings.SettingsFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.TextChange;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;

/** Handlers of the notifications that synchronize open documents. */
public final class DocumentSyncHandlers {
  private DocumentSyncHandlers() {}

  /** Handles {@code textDocument/didOpen}: the client's text replaces the text on the disk. */
  public static void didOpen(Session session, DidOpenTextDocumentParams params) {
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

  /**
   * Handles {@code textDocument/didChange}: applies an edit to an open document. Changes are
   * applied in the order of their arrival, whatever their version: the stream has an order, and a
   * client that counts versions incorrectly still edits one text.
   */
  public static void didChange(Session session, DidChangeTextDocumentParams params) {
    List<TextDocumentContentChangeEvent> changes =
        ParamsReader.required(params.getContentChanges(), "contentChanges");
    ParamsReader.path(params.getTextDocument())
        .ifPresent(path -> change(session, path, params.getTextDocument().getVersion(), changes));
  }

  private static void change(
      Session session, Path path, Integer version, List<TextDocumentContentChangeEvent> changes) {
    WorkspaceHost host = session.host();
    Workspace before = host.snapshot();
    Optional<SourceFile> file =
        before.openFiles().contains(path) ? before.file(path) : Optional.empty();
    if (file.isEmpty()) {
      session.log().warn(Messages.text("lsp.not-open", path));
      return;
    }
    List<TextChange> edits = session.from().edits(file.get().terms(), changes);
    int number = version != null ? version : file.get().version().orElse(0) + 1;
    host.change(path, number, edits);
    session.changed(path);
  }

  /**
   * Handles {@code textDocument/didSave}: applies what takes effect when a file is saved. The text
   * of the document is known already, but the settings in an {@code enit.config} count from the
   * moment at which they are saved.
   */
  public static void didSave(Session session, DidSaveTextDocumentParams params) {
    Optional<Path> saved = ParamsReader.path(params.getTextDocument());
    session.live().filesChanged(saved.stream().toList());
    saved
        .filter(path -> path.endsWith(SettingsFile.NAME))
        .ifPresentOrElse(
            path -> session.files().changed(List.of(path)), () -> session.files().look());
  }

  /**
   * Handles {@code textDocument/didClose}: the text on the disk becomes the text of the file again.
   */
  public static void didClose(Session session, DidCloseTextDocumentParams params) {
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
