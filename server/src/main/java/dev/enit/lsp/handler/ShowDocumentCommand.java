package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.release.ReleaseKey;
import dev.enit.lsp.convert.VirtualUri;
import dev.enit.lsp.session.VirtualDocument;
import java.util.List;

/**
 * Shows a virtual document of the release of a file. The first argument is the URI of the file. The
 * client is asked to show the document, unless the second argument is {@code false}: such a client
 * shows the {@code uri} of the result by itself.
 */
public record ShowDocumentCommand(VirtualDocument document) implements CommandHandler {
  @Override
  public JsonObject run(RequestContext request, List<JsonElement> arguments) {
    ReleaseKey key = ReleaseArgument.of(request, arguments);
    if (!isSelf(arguments)) {
      request.session().dialogue().show(key, document);
    }
    JsonObject result = new JsonObject();
    result.addProperty("uri", VirtualUri.of(key, document.fileName()).text());
    return result;
  }

  private static boolean isSelf(List<JsonElement> arguments) {
    return arguments.size() > 1 && arguments.get(1).equals(new JsonPrimitive(false));
  }
}
