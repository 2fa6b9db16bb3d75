package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.VirtualDocumentRefresher;
import dev.enit.lsp.session.VirtualDocumentRefresher.Manner;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Handles {@code workspace/textDocumentContent} and, for older clients, {@value #OWN}: returns the
 * text of a virtual document, such as the effective configuration of a release.
 */
public record VirtualDocumentHandler(Manner manner)
    implements RequestHandler<TextDocumentContentParams> {
  /** The same request for clients without support for LSP 3.18; only its name differs. */
  public static final String OWN = "enit/textDocumentContent";

  @Override
  public TextDocumentContentResult answer(
      RequestContext request, TextDocumentContentParams params) {
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
