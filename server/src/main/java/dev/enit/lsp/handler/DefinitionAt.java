package dev.enit.lsp.handler;

import dev.enit.core.ide.navigation.Definitions;
import dev.enit.core.ide.navigation.Jump;
import dev.enit.lsp.convert.NavigationSupport;
import dev.enit.lsp.convert.ToPlaces;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DefinitionParams;

/** What makes the name under the cursor what it is. */
public final class DefinitionAt implements RequestHandler<DefinitionParams> {
  @Override
  public List<?> answer(Request request, DefinitionParams params) {
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

  /** With the range around them where the client shows it. */
  static List<?> places(
      Request request, Request.Document document, String feature, Optional<Jump> jump) {
    ToPlaces to = new ToPlaces(request.session().to(), request.workspace());
    boolean links = new NavigationSupport(request.session().client()).takesLinks(feature);
    return jump.<List<?>>map(
            found -> links ? to.links(document.terms(), found) : to.locations(found))
        .orElse(List.of());
  }
}
