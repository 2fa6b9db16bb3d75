package dev.enit.lsp.handler;

import dev.enit.core.ide.navigation.Definitions;
import dev.enit.core.ide.navigation.NavigationTarget.Link;
import dev.enit.lsp.convert.LocationConverter;
import dev.enit.lsp.convert.NavigationCapabilities;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DefinitionParams;

/** Handles {@code textDocument/definition}: finds where the name under the cursor is defined. */
public final class DefinitionHandler implements RequestHandler<DefinitionParams> {
  @Override
  public List<?> answer(RequestContext request, DefinitionParams params) {
    return request
        .document(params.getTextDocument())
        .map(
            document -> {
              int offset = request.offset(document, params.getPosition());
              return places(
                  request,
                  document,
                  "definition",
                  Definitions.at(request.workspace(), document.path(), offset));
            })
        .orElse(List.of());
  }

  /** Returns the targets, with their enclosing ranges if the client supports location links. */
  static List<?> places(
      RequestContext request,
      RequestContext.Document document,
      String feature,
      Optional<Link> jump) {
    LocationConverter to = new LocationConverter(request.session().to(), request.workspace());
    boolean links = new NavigationCapabilities(request.session().client()).takesLinks(feature);
    return jump.<List<?>>map(
            found -> links ? to.links(document.terms(), found) : to.locations(found))
        .orElse(List.of());
  }
}
