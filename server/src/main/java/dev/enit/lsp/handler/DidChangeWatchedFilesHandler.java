package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileEvent;

/**
 * Handles {@code workspace/didChangeWatchedFiles}: reads the files again that have changed on the
 * disk.
 */
public final class DidChangeWatchedFilesHandler
    implements NotificationHandler<DidChangeWatchedFilesParams> {
  @Override
  public void take(Session session, DidChangeWatchedFilesParams params) {
    Set<Path> paths = new LinkedHashSet<>();
    for (FileEvent event : ParamsReader.required(params.getChanges(), "changes")) {
      String uri =
          ParamsReader.required(
              ParamsReader.required(event, "changes[]").getUri(), "changes[].uri");
      Uris.path(uri).ifPresent(paths::add);
    }
    if (!paths.isEmpty()) {
      session.files().changed(paths);
    }
  }
}
