package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.release.ReleaseKey;
import dev.enit.lsp.convert.VirtualUri;
import dev.enit.lsp.session.Session;
import dev.enit.lsp.session.VirtualDocument;
import java.util.List;
import org.eclipse.lsp4j.ShowDocumentParams;

/**
 * Shows a document that enit makes of the release to which a file belongs: the first argument is
 * the URI of the file. A client that can show documents is asked to; the result {@code {"uri": …}}
 * is for one that does it by itself, which says so with {@code false} as the second argument.
 */
public record ShowVirtual(VirtualDocument document) implements CommandHandler {
  @Override
  public JsonObject run(Request request, List<JsonElement> arguments) {
    String uri = uri(ReleaseArgument.of(request, arguments));
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

  private static boolean isSelf(List<JsonElement> arguments) {
    return arguments.size() > 1 && arguments.get(1).equals(new JsonPrimitive(false));
  }
}
