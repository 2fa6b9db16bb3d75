package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/** The release of a file with everything that belongs to it, for clients that show it as a tree. */
public final class ReleaseHandler implements RequestHandler<TextDocumentIdentifier> {
  /** Of enit's own. */
  public static final String METHOD = "enit/release";

  @Override
  public @Nullable Object answer(RequestContext request, TextDocumentIdentifier params) {
    return ParamsReader.path(params)
        .flatMap(request.workspace()::releaseOf)
        .map(key -> request.session().releaseStates().one(request.workspace(), key))
        .orElse(null);
  }
}
