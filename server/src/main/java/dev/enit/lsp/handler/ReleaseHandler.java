package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code enit/release}: returns the release of a file with its layers, extensions and
 * applications, for clients that show it as a tree.
 */
public final class ReleaseHandler implements RequestHandler<TextDocumentIdentifier> {
  /** The name of the request, an extension of the protocol. */
  public static final String METHOD = "enit/release";

  @Override
  public @Nullable Object answer(RequestContext request, TextDocumentIdentifier params) {
    return ParamsReader.path(params)
        .flatMap(request.workspace()::releaseOf)
        .map(key -> request.session().releaseStates().one(request.workspace(), key))
        .orElse(null);
  }
}
