package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code workspace/didChangeWorkspaceFolders}: adds folders to the workspace and removes
 * folders from it.
 */
public final class DidChangeWorkspaceFoldersHandler
    implements NotificationHandler<DidChangeWorkspaceFoldersParams> {
  @Override
  public void take(Session session, DidChangeWorkspaceFoldersParams params) {
    WorkspaceFoldersChangeEvent event = ParamsReader.required(params.getEvent(), "event");
    List<Path> gone = paths(event.getRemoved(), "event.removed");
    List<Path> come = paths(event.getAdded(), "event.added");
    session.folders().removeAll(gone);
    for (Path added : come) {
      if (!session.folders().contains(added)) {
        session.folders().add(added);
      }
    }
    session.configuration().foldersChanged();
    session.files().settingsChanged();
    session.releaseDirectories().search();
    session.changed(null);
  }

  private static List<Path> paths(@Nullable List<WorkspaceFolder> folders, String name) {
    List<Path> paths = new ArrayList<>();
    for (WorkspaceFolder folder : ParamsReader.required(folders, name)) {
      String uri =
          ParamsReader.required(
              ParamsReader.required(folder, name + "[]").getUri(), name + "[].uri");
      Uris.path(uri).ifPresent(paths::add);
    }
    return paths;
  }
}
