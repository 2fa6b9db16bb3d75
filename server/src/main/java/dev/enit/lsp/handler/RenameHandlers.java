package dev.enit.lsp.handler;

import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.rename.ReleaseRename;
import dev.enit.core.ide.rename.RenameProvider;
import dev.enit.core.ide.rename.RenameProvider.RenameResult;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.convert.WorkspaceEditConverter;
import dev.enit.lsp.handler.RequestContext.Document;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** Handlers of renaming, of a name in files or of the directory of a release. */
public final class RenameHandlers {
  private RenameHandlers() {}

  /**
   * Handles {@code textDocument/prepareRename}: returns whether the name under the cursor can be
   * renamed, and if not, why.
   */
  public static @Nullable PrepareRenameResult prepare(
      RequestContext request, Document document, int offset, TextDocumentPositionParams params) {
    return switch (RenameProvider.prepare(request.workspace(), document.path(), offset)) {
      case RenameResult.Possible(var span, var name) ->
          new PrepareRenameResult(request.session().to().range(document.terms(), span), name);
      case RenameResult.Refused refused -> throw refusal(refused);
      case RenameResult.Done _, RenameResult.Nothing _ -> null;
    };
  }

  /**
   * Handles {@code textDocument/rename}: renames the name under the cursor in all files that use
   * it.
   */
  public static @Nullable WorkspaceEdit rename(
      RequestContext request, Document document, int offset, RenameParams params) {
    String name = ParamsReader.required(params.getNewName(), "newName");
    boolean folders = new NavigationCapabilities(request.session().client()).renamesFiles();
    return switch (RenameProvider.rename(
        request.workspace(), document.path(), offset, name, folders)) {
      case RenameResult.Done(var changes) ->
          new WorkspaceEditConverter(request.session().to(), request.workspace()).edit(changes);
      case RenameResult.Refused refused -> throw refusal(refused);
      case RenameResult.Possible _, RenameResult.Nothing _ -> null;
    };
  }

  /** Returns the error for a rename that is not possible; clients show its message. */
  private static ResponseErrorException refusal(RenameResult.Refused refused) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, refused.message(), null));
  }

  /**
   * Handles {@code workspace/willRenameFiles}: returns the changes that follow from renaming the
   * directory of a release.
   */
  public static @Nullable WorkspaceEdit willRenameFiles(
      RequestContext request, RenameFilesParams params) {
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
