package dev.enit.lsp.handler;

import dev.enit.core.ide.reference.References;
import dev.enit.core.source.Place;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.ToPlaces;
import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;

/** Everywhere the name under the cursor stands, over all releases. */
public final class ReferencesTo implements RequestHandler<ReferenceParams> {
  @Override
  public List<Location> answer(Request request, ReferenceParams params) {
    boolean declaration = FromLsp.required(params.getContext(), "context").isIncludeDeclaration();
    request.session().releaseDirectories().verify();
    ToPlaces to = new ToPlaces(request.session().to(), request.workspace());
    return request
        .document(params.getTextDocument())
        .map(
            document -> {
              int offset = request.offset(document, params.getPosition());
              return places(request, document, offset, declaration);
            })
        .orElse(List.of())
        .stream()
        .map(to::location)
        .toList();
  }

  private static List<Place> places(
      Request request, Request.Document document, int offset, boolean declaration) {
    return References.at(
        request.workspace(),
        request.session().folders(),
        document.path(),
        offset,
        declaration,
        request.call()::check);
  }
}
