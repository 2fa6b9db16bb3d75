package dev.enit.lsp.handler;

import dev.enit.core.ide.rename.RenameProvider;
import dev.enit.core.ide.rename.RenameProvider.RenameResult;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.WorkspaceEditConverter;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code textDocument/rename}: renames the name under the cursor in all files that use it.
 */
public final class RenameHandler implements RequestHandler<RenameParams> {
  @Override
  public @Nullable WorkspaceEdit answer(RequestContext request, RenameParams params) {
    String name = ParamsReader.required(params.getNewName(), "newName");
    return request
        .document(params.getTextDocument())
        .map(
            document ->
                edit(request, document, request.offset(document, params.getPosition()), name))
        .orElse(null);
  }

  private static @Nullable WorkspaceEdit edit(
      RequestContext request, RequestContext.Document document, int offset, String name) {
    boolean folders = new NavigationCapabilities(request.session().client()).renamesFiles();
    return switch (RenameProvider.rename(
        request.workspace(), document.path(), offset, name, folders)) {
      case RenameResult.Done(var changes) ->
          new WorkspaceEditConverter(request.session().to(), request.workspace()).edit(changes);
      case RenameResult.Refused refused -> throw PrepareRenameHandler.refusal(refused);
      case RenameResult.Possible _, RenameResult.Nothing _ -> null;
    };
  }
}
