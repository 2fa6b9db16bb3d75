package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handler of one command of {@code workspace/executeCommand}. It runs like a request, with its
 * time limit.
 */
@FunctionalInterface
public interface CommandHandler {
  /**
   * Runs the command and returns the result for the client, or {@code null} for none.
   *
   * @param arguments the arguments as the client sent them
   */
  @Nullable Object run(RequestContext request, List<JsonElement> arguments);
}
