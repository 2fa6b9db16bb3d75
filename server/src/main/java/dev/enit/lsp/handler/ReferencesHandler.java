package dev.enit.lsp.handler;

import dev.enit.core.ide.reference.References;
import dev.enit.core.source.Place;
import dev.enit.lsp.convert.LocationConverter;
import dev.enit.lsp.convert.ParamsReader;
import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;

/**
 * Handles {@code textDocument/references}: finds all occurrences of the name under the cursor, in
 * all releases.
 */
public final class ReferencesHandler implements RequestHandler<ReferenceParams> {
  @Override
  public List<Location> answer(RequestContext request, ReferenceParams params) {
    boolean declaration =
        ParamsReader.required(params.getContext(), "context").isIncludeDeclaration();
    request.session().releaseDirectories().verify();
    LocationConverter to = new LocationConverter(request.session().to(), request.workspace());
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
      RequestContext request, RequestContext.Document document, int offset, boolean declaration) {
    return References.at(
        request.workspace(),
        request.session().folders(),
        document.path(),
        offset,
        declaration,
        request.call()::check);
  }
}
