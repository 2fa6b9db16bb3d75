package dev.enit.lsp;

import com.google.gson.JsonObject;
import dev.enit.core.text.Messages;
import dev.enit.lsp.handler.RequestContext;
import dev.enit.lsp.rpc.PendingRequest;
import dev.enit.lsp.session.DocumentDiagnostics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The newest request per document and method of {@link Lane#DOCUMENT}. A new request supersedes the
 * one before it if the document has changed in between: a client that types faster than the server
 * answers, and cancels nothing, then has one request of a method in the queue instead of hundreds,
 * each with its own version of the text. Confined to the reading thread.
 */
final class DocumentRequests {
  private static final String DIAGNOSTIC = "textDocument/diagnostic";

  private final Map<Key, Newest> newest = new HashMap<>();

  private record Key(String method, Path document) {}

  private record Newest(PendingRequest call, @Nullable Integer version) {}

  /** Records a request and answers the one that it supersedes with an error. */
  void arrived(RequestContext request, Path document) {
    PendingRequest call = request.call();
    newest.values().removeIf(known -> known.call().isAnswered());
    Newest now = new Newest(call, DocumentDiagnostics.version(request.workspace(), document));
    Newest before = newest.put(new Key(call.method(), document), now);
    if (before != null && !Objects.equals(before.version(), now.version())) {
      before.call().fail(superseded(call.method()));
    }
  }

  /**
   * Returns the error for a superseded request. Diagnostics have their own error, which tells the
   * client not to repeat the request: its next one has arrived.
   */
  private static ResponseError superseded(String method) {
    String text = Messages.text("lsp.superseded", method);
    if (!method.equals(DIAGNOSTIC)) {
      return new ResponseError(ResponseErrorCode.ContentModified, text, null);
    }
    JsonObject data = new JsonObject();
    data.addProperty("retriggerRequest", false);
    return new ResponseError(ResponseErrorCode.ServerCancelled, text, data);
  }
}
