package dev.enit.lsp.handler;

import dev.enit.core.ide.rename.Renames;
import dev.enit.core.ide.rename.Renaming;
import dev.enit.lsp.convert.EditsToLsp;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.NavigationSupport;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** Another name for what is under the cursor, in all files that name it. */
public final class RenameAt implements RequestHandler<RenameParams> {
  @Override
  public @Nullable WorkspaceEdit answer(Request request, RenameParams params) {
    String name = FromLsp.required(params.getNewName(), "newName");
    return request
        .document(params.getTextDocument())
        .map(
            document ->
                edit(request, document, request.offset(document, params.getPosition()), name))
        .orElse(null);
  }

  private static @Nullable WorkspaceEdit edit(
      Request request, Request.Document document, int offset, String name) {
    boolean folders = new NavigationSupport(request.session().client()).renamesFiles();
    return switch (Renames.rename(request.workspace(), document.path(), offset, name, folders)) {
      case Renaming.Done(var changes) ->
          new EditsToLsp(request.session().to(), request.workspace()).edit(changes);
      case Renaming.Refused refused -> throw PrepareRename.refusal(refused);
      case Renaming.Possible _, Renaming.Nothing _ -> null;
    };
  }
}
