package dev.enit.lsp.handler;

import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.rename.ReleaseRename;
import dev.enit.lsp.convert.EditsToLsp;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.NavigationSupport;
import dev.enit.lsp.convert.Uris;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** What follows when somebody renames the directory of a release. */
public final class WillRenameFiles implements RequestHandler<RenameFilesParams> {
  @Override
  public @Nullable WorkspaceEdit answer(Request request, RenameFilesParams params) {
    List<FileChange> changes = new ArrayList<>();
    for (FileRename rename : FromLsp.required(params.getFiles(), "files")) {
      changes.addAll(following(request, rename));
    }
    return changes.isEmpty()
        ? null
        : new EditsToLsp(request.session().to(), request.workspace()).edit(changes);
  }

  private static List<FileChange> following(Request request, FileRename rename) {
    boolean folders = new NavigationSupport(request.session().client()).renamesFiles();
    return Uris.path(FromLsp.required(rename.getOldUri(), "oldUri"))
        .flatMap(
            from ->
                Uris.path(FromLsp.required(rename.getNewUri(), "newUri"))
                    .map(to -> ReleaseRename.following(request.workspace(), from, to, folders)))
        .orElse(List.of());
  }
}
