package dev.enit.lsp.handler;

import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.session.VirtualDocuments;
import dev.enit.lsp.session.VirtualDocuments.Manner;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** The text of a document that enit makes, such as the effective configuration of a release. */
public record VirtualContent(Manner manner) implements RequestHandler<TextDocumentContentParams> {
  /** The request of clients that do not know the one of LSP 3.18; the same in all but its name. */
  public static final String OWN = "enit/textDocumentContent";

  @Override
  public TextDocumentContentResult answer(Request request, TextDocumentContentParams params) {
    String uri = FromLsp.required(params.getUri(), "uri");
    return request
        .session()
        .virtualDocuments()
        .open(request.workspace(), uri, manner)
        .map(TextDocumentContentResult::new)
        .orElseThrow(() -> missing(uri));
  }

  private static ResponseErrorException missing(String uri) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, VirtualDocuments.missing(uri), null));
  }
}
