package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.lsp.action.ReleaseAction;
import dev.enit.lsp.session.ActionRunner.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/**
 * Runs an action on the node of a release. The first argument is the URI of a file of the release,
 * the last one may be an object of options. The response is sent when the action ends.
 *
 * @param action creates the action from the options
 */
public record ActionCommand(Function<JsonObject, ReleaseAction> action) implements CommandHandler {
  /** The option of a client that has already asked the user for confirmation. */
  private static final String CONFIRMED = "confirmed";

  @Override
  public DeferredResponse run(RequestContext request, List<JsonElement> arguments) {
    ReleaseKey key = ReleaseArgument.of(request, arguments);
    JsonObject options = options(arguments);
    ReleaseAction wanted = action.apply(options);
    String title = Messages.text("action." + wanted.name(), key.name());
    refuseUntrusted(request, key, title);
    Wish wish = new Wish(key, title, is(options, CONFIRMED), request.call());
    return new DeferredResponse(
        request
            .session()
            .actions()
            .run(request.session(), wish, wanted::result)
            .thenApply(result -> result.json()));
  }

  /**
   * Throws if the server must not act on a release.
   *
   * @throws ResponseErrorException if the workspace is not trusted, or the release is outside it
   */
  static void refuseUntrusted(RequestContext request, ReleaseKey key, String title) {
    Optional<String> refusal = request.session().trust().refusal(request.workspace(), key, title);
    if (refusal.isPresent()) {
      throw ReleaseArgument.refusal(refusal.get());
    }
  }

  static JsonObject options(List<JsonElement> arguments) {
    return arguments.size() > 1 && arguments.getLast() instanceof JsonObject options
        ? options
        : new JsonObject();
  }

  /** Returns whether an option is {@code true}. */
  public static boolean is(JsonObject options, String name) {
    return options.get(name) instanceof JsonPrimitive flag
        && flag.isBoolean()
        && flag.getAsBoolean();
  }
}
