package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import dev.enit.core.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Monitors the node of a release from now on, also on another host, and probes it at once. */
public final class ConnectCommand implements CommandHandler {
  @Override
  public @Nullable Object run(RequestContext request, List<JsonElement> arguments) {
    var release = ReleaseArgument.of(request, arguments);
    ActionCommand.refuseUntrusted(
        request, release, Messages.text("lsp.connecting", release.name()));
    request.session().live().ask(release);
    return null;
  }
}
