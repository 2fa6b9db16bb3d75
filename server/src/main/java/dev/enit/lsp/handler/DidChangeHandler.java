package dev.enit.lsp.handler;

import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.TextChange;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * Handles {@code textDocument/didChange}: applies an edit to an open document. Changes are applied
 * in the order of their arrival, whatever their version: the stream has an order, and a client that
 * counts versions incorrectly still edits one text.
 */
public final class DidChangeHandler implements NotificationHandler<DidChangeTextDocumentParams> {
  @Override
  public void take(Session session, DidChangeTextDocumentParams params) {
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
}
