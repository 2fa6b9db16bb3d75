package dev.enit.lsp.handler;

import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.rename.ReleaseRename;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.convert.WorkspaceEditConverter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code workspace/willRenameFiles}: returns the changes that follow from renaming the
 * directory of a release.
 */
public final class WillRenameFilesHandler implements RequestHandler<RenameFilesParams> {
  @Override
  public @Nullable WorkspaceEdit answer(RequestContext request, RenameFilesParams params) {
    List<FileChange> changes = new ArrayList<>();
    for (FileRename rename : ParamsReader.required(params.getFiles(), "files")) {
      changes.addAll(following(request, rename));
    }
    return changes.isEmpty()
        ? null
        : new WorkspaceEditConverter(request.session().to(), request.workspace()).edit(changes);
  }

  private static List<FileChange> following(RequestContext request, FileRename rename) {
    boolean folders = new NavigationCapabilities(request.session().client()).renamesFiles();
    return Uris.path(ParamsReader.required(rename.getOldUri(), "oldUri"))
        .flatMap(
            from ->
                Uris.path(ParamsReader.required(rename.getNewUri(), "newUri"))
                    .map(to -> ReleaseRename.following(request.workspace(), from, to, folders)))
        .orElse(List.of());
  }
}
