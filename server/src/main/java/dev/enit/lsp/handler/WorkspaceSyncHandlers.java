package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.jspecify.annotations.Nullable;

/** Handlers of the notifications on the workspace, the client's settings and its progress. */
public final class WorkspaceSyncHandlers {
  private WorkspaceSyncHandlers() {}

  /**
   * Handles {@code workspace/didChangeWatchedFiles}: reads the files again that have changed on the
   * disk.
   */
  public static void didChangeWatchedFiles(Session session, DidChangeWatchedFilesParams params) {
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

  /** Handles {@code workspace/didChangeConfiguration}: applies the new settings of the client. */
  public static void didChangeConfiguration(Session session, DidChangeConfigurationParams params) {
    session
        .configuration()
        .changed(params.getSettings() instanceof JsonElement settings ? settings : null);
  }

  /**
   * Handles {@code workspace/didChangeWorkspaceFolders}: adds folders to the workspace and removes
   * folders from it.
   */
  public static void didChangeWorkspaceFolders(
      Session session, DidChangeWorkspaceFoldersParams params) {
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

  /** Handles {@code $/setTrace}: switches messages on the duration of requests on or off. */
  public static void setTrace(Session session, SetTraceParams params) {
    session.log().setTrace(ParamsReader.required(params.getValue(), "value"));
  }

  /** Handles {@code window/workDoneProgress/cancel}: cancels an action. */
  public static void cancelProgress(Session session, WorkDoneProgressCancelParams params) {
    if (params.getToken() != null) {
      session.actions().cancel(params.getToken());
    }
  }
}
