package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import dev.enit.core.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the node of a release from now on, also on another host, and looks at it at once. */
public final class Connect implements CommandHandler {
  @Override
  public @Nullable Object run(Request request, List<JsonElement> arguments) {
    var release = ReleaseArgument.of(request, arguments);
    RunAction.refuseUntrusted(request, release, Messages.text("lsp.connecting", release.name()));
    request.session().live().ask(release);
    return null;
  }
}
