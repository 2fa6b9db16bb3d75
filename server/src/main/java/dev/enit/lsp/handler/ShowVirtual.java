package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.convert.VirtualUri;
import dev.enit.lsp.session.Session;
import dev.enit.lsp.session.VirtualDocument;
import java.util.List;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Shows a document that enit makes of the release to which a file belongs: the first argument is
 * the URI of the file. A client that can show documents is asked to; the result {@code {"uri": …}}
 * is for one that does it by itself, which says so with {@code false} as the second argument.
 */
public record ShowVirtual(VirtualDocument document) implements CommandHandler {
  @Override
  public JsonObject run(Request request, List<JsonElement> arguments) {
    String file = file(arguments);
    String uri =
        Uris.path(file)
            .flatMap(request.workspace()::releaseOf)
            .map(key -> uri(key))
            .orElseThrow(() -> refusal(file));
    if (request.session().client().showsDocuments() && !isSelf(arguments)) {
      show(request.session(), uri);
    }
    JsonObject result = new JsonObject();
    result.addProperty("uri", uri);
    return result;
  }

  private String uri(ReleaseKey key) {
    return VirtualUri.of(key, document.fileName()).text();
  }

  private static void show(Session session, String uri) {
    ShowDocumentParams params = new ShowDocumentParams(uri);
    params.setTakeFocus(true);
    session.connection().ask("window/showDocument", params, session.log()::refused);
  }

  private static String file(List<JsonElement> arguments) {
    JsonElement first = arguments.isEmpty() ? null : arguments.getFirst();
    String uri = first instanceof JsonPrimitive text && text.isString() ? text.getAsString() : null;
    return FromLsp.required(uri, "arguments[0]");
  }

  private static boolean isSelf(List<JsonElement> arguments) {
    return arguments.size() > 1 && arguments.get(1).equals(new JsonPrimitive(false));
  }

  private static ResponseErrorException refusal(String file) {
    return new ResponseErrorException(
        new ResponseError(
            ResponseErrorCode.RequestFailed, Messages.text("lsp.no-release", file), null));
  }
}
