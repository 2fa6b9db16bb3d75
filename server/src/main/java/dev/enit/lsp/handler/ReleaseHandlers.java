package dev.enit.lsp.handler;

import com.google.gson.JsonObject;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.VirtualDocumentRefresher;
import dev.enit.lsp.session.VirtualDocumentRefresher.Manner;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** Handlers of the requests on releases and their virtual documents, extensions of the protocol. */
public final class ReleaseHandlers {
  /** The request for all releases. */
  public static final String RELEASES = "enit/releases";

  /** The request for one release. */
  public static final String RELEASE = "enit/release";

  /** {@code workspace/textDocumentContent} for clients without support for LSP 3.18. */
  public static final String DOCUMENT = "enit/textDocumentContent";

  private ReleaseHandlers() {}

  /**
   * Handles {@value #RELEASES}: returns every release of the workspace with the state of its node,
   * for clients that show a list.
   */
  public static Object releases(RequestContext request, JsonObject params) {
    request.session().releaseDirectories().verify();
    return Map.of(
        "releases",
        request.session().releaseStates().all(request.workspace(), request.call()::check));
  }

  /**
   * Handles {@value #RELEASE}: returns the release of a file with its layers, extensions and
   * applications, for clients that show it as a tree.
   */
  public static @Nullable Object release(RequestContext request, TextDocumentIdentifier params) {
    return ParamsReader.path(params)
        .flatMap(request.workspace()::releaseOf)
        .map(key -> request.session().releaseStates().one(request.workspace(), key))
        .orElse(null);
  }

  /**
   * Handles {@code workspace/textDocumentContent}: returns the text of a virtual document, such as
   * the effective configuration of a release.
   */
  public static TextDocumentContentResult document(
      RequestContext request, TextDocumentContentParams params) {
    return text(request, params, Manner.STANDARD);
  }

  /**
   * Handles {@value #DOCUMENT}: returns the text of a virtual document to clients without support
   * for LSP 3.18.
   */
  public static TextDocumentContentResult documentForOlderClients(
      RequestContext request, TextDocumentContentParams params) {
    return text(request, params, Manner.OWN);
  }

  private static TextDocumentContentResult text(
      RequestContext request, TextDocumentContentParams params, Manner manner) {
    String uri = ParamsReader.required(params.getUri(), "uri");
    return request
        .session()
        .virtualDocuments()
        .open(request.workspace(), uri, manner)
        .map(TextDocumentContentResult::new)
        .orElseThrow(() -> missing(uri));
  }

  private static ResponseErrorException missing(String uri) {
    return new ResponseErrorException(
        new ResponseError(
            ResponseErrorCode.RequestFailed, VirtualDocumentRefresher.missing(uri), null));
  }
}
