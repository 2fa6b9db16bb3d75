package dev.enit.lsp.handler;

import dev.enit.core.ide.navigation.Definitions;
import java.util.List;
import org.eclipse.lsp4j.DeclarationParams;

/**
 * Handles {@code textDocument/declaration}: finds where the name under the cursor is introduced.
 */
public final class DeclarationHandler implements RequestHandler<DeclarationParams> {
  @Override
  public List<?> answer(RequestContext request, DeclarationParams params) {
    return request
        .document(params.getTextDocument())
        .<List<?>>map(
            document -> {
              int offset = request.offset(document, params.getPosition());
              return DefinitionHandler.places(
                  request,
                  document,
                  "declaration",
                  Definitions.declarationAt(request.workspace(), document.path(), offset));
            })
        .orElse(List.of());
  }
}
