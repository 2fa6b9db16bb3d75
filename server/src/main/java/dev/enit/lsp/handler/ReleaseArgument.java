package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import java.util.List;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** The first argument of every command: the URI of a file, which identifies its release. */
final class ReleaseArgument {
  private ReleaseArgument() {}

  /**
   * Returns the release of the file.
   *
   * @throws ResponseErrorException if the file belongs to no release
   */
  static ReleaseKey of(RequestContext request, List<JsonElement> arguments) {
    JsonElement first = arguments.isEmpty() ? null : arguments.getFirst();
    String text =
        first instanceof JsonPrimitive string && string.isString() ? string.getAsString() : null;
    String uri = ParamsReader.required(text, "arguments[0]");
    return Uris.path(uri)
        .flatMap(request.workspace()::releaseOf)
        .orElseThrow(() -> refusal(Messages.text("lsp.no-release", uri)));
  }

  static ResponseErrorException refusal(String text) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, text, null));
  }
}
