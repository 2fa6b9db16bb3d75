package dev.enit.lsp.rpc;

import com.google.gson.JsonElement;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.jspecify.annotations.Nullable;

/** The callback for the client's response to a request of the server. */
@FunctionalInterface
public interface ResponseCallback {
  /**
   * Accepts the response.
   *
   * @param result the result as plain JSON, or {@code null} for a null result and for an error
   * @param refusal the error, or {@code null} if there is a result
   */
  void take(@Nullable JsonElement result, @Nullable ResponseError refusal);
}
