package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import dev.enit.core.text.Messages;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** Handles {@code workspace/executeCommand}: runs one of the commands below. */
public record ExecuteCommandHandler(Map<String, CommandHandler> commands)
    implements RequestHandler<ExecuteCommandParams> {
  public ExecuteCommandHandler {
    commands = Map.copyOf(commands);
  }

  @Override
  public @Nullable Object answer(RequestContext request, ExecuteCommandParams params) {
    String name = ParamsReader.required(params.getCommand(), "command");
    CommandHandler handler = commands.get(name);
    if (handler == null) {
      throw new ResponseErrorException(
          new ResponseError(
              ResponseErrorCode.InvalidParams, Messages.text("lsp.unknown-command", name), null));
    }
    try {
      return handler.run(request, arguments(params.getArguments()));
    } catch (ResponseErrorException refused) {
      show(request.session(), refused);
      throw refused;
    }
  }

  /**
   * Shows the error of a command as a message. Some clients, such as Helix, do not show such
   * errors; enit's own extensions do.
   */
  private static void show(Session session, ResponseErrorException refused) {
    if (!session.client().isOwn()) {
      session.dialogue().say(MessageType.Warning, refused.getResponseError().getMessage());
    }
  }

  private static List<JsonElement> arguments(@Nullable List<Object> given) {
    List<JsonElement> arguments = new ArrayList<>();
    for (Object argument : given == null ? List.of() : given) {
      if (argument instanceof JsonElement json) {
        arguments.add(json);
      }
    }
    return arguments;
  }
}
