package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;

/** Folders came to the workspace or left it. */
public final class DidChangeWorkspaceFoldersHandler
    implements NotificationHandler<DidChangeWorkspaceFoldersParams> {
  @Override
  public void take(Session session, DidChangeWorkspaceFoldersParams params) {
    WorkspaceFoldersChangeEvent event = ParamsReader.required(params.getEvent(), "event");
    session.folders().removeAll(paths(event.getRemoved()));
    for (Path added : paths(event.getAdded())) {
      if (!session.folders().contains(added)) {
        session.folders().add(added);
      }
    }
    session.configuration().foldersChanged();
    session.files().settingsChanged();
    session.releaseDirectories().search();
    session.changed(null);
  }

  private static List<Path> paths(List<WorkspaceFolder> folders) {
    return folders.stream().flatMap(folder -> Uris.path(folder.getUri()).stream()).toList();
  }
}
