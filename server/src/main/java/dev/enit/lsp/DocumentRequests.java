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
 * The newest request of each method of {@link Lane#DOCUMENT} for each document. Where the document
 * has changed since, the one before it is superseded: a client that types faster than it is
 * answered, and cancels nothing, has one request of a kind in the queue and not hundreds, each with
 * a text of its own version. Belongs to the reading thread.
 */
final class DocumentRequests {
  private static final String DIAGNOSTIC = "textDocument/diagnostic";

  private final Map<Key, Newest> newest = new HashMap<>();

  private record Key(String method, Path document) {}

  private record Newest(PendingRequest call, @Nullable Integer version) {}

  /** Takes a request, and answers the one that it supersedes. */
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
   * The protocol has an error of its own for a client that asks for diagnostics: its next request
   * is here already.
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
