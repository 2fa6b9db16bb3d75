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
 * Does something with the node of the release to which a file belongs: the first argument is the
 * URI of the file, the last one may be an object of options. Request when it is done.
 *
 * @param action makes it from the options
 */
public record ActionCommand(Function<JsonObject, ReleaseAction> action) implements CommandHandler {
  /** The client has asked the person already. */
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
        request.session().actions().run(wish, wanted::result).thenApply(result -> result.json()));
  }

  /**
   * Refuses what must not be done with a release.
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

  /** Whether an option is on. */
  public static boolean is(JsonObject options, String name) {
    return options.get(name) instanceof JsonPrimitive flag
        && flag.isBoolean()
        && flag.getAsBoolean();
  }
}
