package dev.enit.lsp.handler;

import dev.enit.core.ide.rename.RenameProvider;
import dev.enit.core.ide.rename.RenameProvider.RenameResult;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code textDocument/prepareRename}: returns whether the name under the cursor can be
 * renamed, and if not, why.
 */
public final class PrepareRenameHandler implements RequestHandler<PrepareRenameParams> {
  @Override
  public @Nullable PrepareRenameResult answer(RequestContext request, PrepareRenameParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> result(request, document, params))
        .orElse(null);
  }

  private static @Nullable PrepareRenameResult result(
      RequestContext request, RequestContext.Document document, PrepareRenameParams params) {
    int offset = request.offset(document, params.getPosition());
    return switch (RenameProvider.prepare(request.workspace(), document.path(), offset)) {
      case RenameResult.Possible(var span, var name) ->
          new PrepareRenameResult(request.session().to().range(document.terms(), span), name);
      case RenameResult.Refused refused -> throw refusal(refused);
      case RenameResult.Done _, RenameResult.Nothing _ -> null;
    };
  }

  /** Returns the error for a rename that is not possible; clients show its message. */
  static ResponseErrorException refusal(RenameResult.Refused refused) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, refused.message(), null));
  }
}
