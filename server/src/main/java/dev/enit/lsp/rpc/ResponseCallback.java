package dev.enit.lsp.rpc;

import com.google.gson.JsonElement;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.jspecify.annotations.Nullable;

/** What is done with the client's answer to a request of the server. */
@FunctionalInterface
public interface ResponseCallback {
  /**
   * Takes the answer.
   *
   * @param result as plain JSON, {@code null} also for a null result
   * @param refusal why there is no result, {@code null} where there is one
   */
  void take(@Nullable JsonElement result, @Nullable ResponseError refusal);
}
