package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what a command names. It runs as a request does, with a limit to its time. */
@FunctionalInterface
public interface CommandHandler {
  /**
   * The result for the client, {@code null} for none.
   *
   * @param arguments as the client gave them
   */
  @Nullable Object run(RequestContext request, List<JsonElement> arguments);
}
