package dev.enit.lsp.handler;

import com.google.gson.JsonObject;
import dev.enit.lsp.session.ReleaseListRefresher;
import java.util.List;
import java.util.Map;

/**
 * Handles {@code enit/releases}: returns every release of the workspace with the state of its node,
 * for clients that show a list.
 */
public final class ReleasesHandler implements RequestHandler<JsonObject> {
  /** The name of the request, an extension of the protocol. */
  public static final String METHOD = "enit/releases";

  @Override
  public Object answer(RequestContext request, JsonObject params) {
    request.session().releaseDirectories().verify();
    ReleaseListRefresher states = request.session().releaseStates();
    return Map.of("releases", List.copyOf(states.all(request.workspace(), request.call()::check)));
  }
}
