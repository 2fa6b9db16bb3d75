package dev.enit.lsp.handler;

import dev.enit.core.settings.SettingsFile;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;

/**
 * Handles {@code textDocument/didSave}: applies what takes effect when a file is saved. The text of
 * the document is known already, but the settings in an {@code enit.config} count from the moment
 * at which they are saved.
 */
public final class DidSaveHandler implements NotificationHandler<DidSaveTextDocumentParams> {
  @Override
  public void take(Session session, DidSaveTextDocumentParams params) {
    Optional<Path> saved = ParamsReader.path(params.getTextDocument());
    session.live().filesChanged(saved.stream().toList());
    saved
        .filter(path -> path.endsWith(SettingsFile.NAME))
        .ifPresentOrElse(
            path -> session.files().changed(List.of(path)), () -> session.files().look());
  }
}
