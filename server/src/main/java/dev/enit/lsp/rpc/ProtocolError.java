package dev.enit.lsp.rpc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.enit.core.text.Messages;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The error of a message that could not be parsed, and the id to answer. The text is parsed again
 * as plain JSON, so that the order of the members does not matter.
 *
 * @param id the id of the request, or {@code null} if it is unknown
 * @param isAnswerable false for a notification, which must not be answered
 */
record ProtocolError(
    @Nullable Either<String, Number> id,
    ResponseErrorCode code,
    String reason,
    boolean isAnswerable) {

  static ProtocolError of(String text) {
    JsonElement element;
    try {
      element = JsonParser.parseString(text);
    } catch (JsonParseException e) {
      return new ProtocolError(
          null, ResponseErrorCode.ParseError, Messages.text("lsp.no-json"), true);
    }
    String method = element instanceof JsonObject message ? name(message) : null;
    return method != null
        ? of(element.getAsJsonObject(), method)
        : new ProtocolError(
            null, ResponseErrorCode.InvalidRequest, Messages.text("lsp.no-message"), true);
  }

  private static ProtocolError of(JsonObject message, String method) {
    String reason = Messages.text("lsp.bad-params", method);
    return switch (message.get("id")) {
      case null -> new ProtocolError(null, ResponseErrorCode.InvalidParams, reason, false);
      case JsonPrimitive id when id.isString() ->
          new ProtocolError(
              Either.forLeft(id.getAsString()), ResponseErrorCode.InvalidParams, reason, true);
      case JsonPrimitive id when id.isNumber() && whole(id) ->
          new ProtocolError(
              Either.forRight(id.getAsInt()), ResponseErrorCode.InvalidParams, reason, true);
      default ->
          new ProtocolError(
              null, ResponseErrorCode.InvalidRequest, Messages.text("lsp.bad-id", method), true);
    };
  }

  private static @Nullable String name(JsonObject message) {
    return message.get("method") instanceof JsonPrimitive name && name.isString()
        ? name.getAsString()
        : null;
  }

  private static boolean whole(JsonPrimitive id) {
    return id.getAsDouble() == id.getAsInt();
  }
}
