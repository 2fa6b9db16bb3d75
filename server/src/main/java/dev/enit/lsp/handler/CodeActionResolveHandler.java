package dev.enit.lsp.handler;

import com.google.gson.JsonObject;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.ide.action.CodeActionProviders;
import dev.enit.core.text.Messages;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.convert.WorkspaceEditConverter;
import dev.enit.lsp.session.DocumentDiagnostics;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Handles {@code codeAction/resolve}: computes the changes of the code action that the user has
 * chosen.
 */
public final class CodeActionResolveHandler implements RequestHandler<CodeAction> {
  @Override
  public CodeAction answer(RequestContext request, CodeAction action) {
    if (action.getEdit() == null && action.getData() != null) {
      CodeActionData data = data(action.getData());
      Path path = Uris.path(data.uri()).orElseThrow(() -> gone(action));
      if (!data.isPresent(DocumentDiagnostics.version(request.workspace(), path))) {
        throw gone(action);
      }
      action.setEdit(
          new WorkspaceEditConverter(request.session().to(), request.workspace())
              .edit(changes(request, path, data, action)));
    }
    return action;
  }

  private static CodeActionData data(Object data) {
    JsonObject json =
        ParamsReader.required(data instanceof JsonObject object ? object : null, "data");
    try {
      return CodeActionData.read(json);
    } catch (RuntimeException ofAnotherShape) {
      throw new ResponseErrorException(
          new ResponseError(
              ResponseErrorCode.InvalidParams, Messages.text("lsp.missing-member", "data"), null));
    }
  }

  private static List<FileChange> changes(
      RequestContext request, Path path, CodeActionData data, CodeAction chosen) {
    return CodeActionProviders.at(
            request.workspace(), path, data.range(), EnumSet.allOf(Kind.class))
        .stream()
        .filter(action -> action.id().equals(data.id()))
        .map(CodeActionItem::changes)
        .map(changes -> changes.get())
        .filter(changes -> !changes.isEmpty())
        .findFirst()
        .orElseThrow(() -> gone(chosen));
  }

  private static ResponseErrorException gone(CodeAction action) {
    return new ResponseErrorException(
        new ResponseError(
            ResponseErrorCode.ContentModified,
            Messages.text("lsp.action-gone", action.getTitle()),
            null));
  }
}
