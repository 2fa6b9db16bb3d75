package dev.enit.lsp.handler;

import dev.enit.core.ide.hierarchy.Hierarchies;
import dev.enit.lsp.convert.CallHierarchyConverter;
import dev.enit.lsp.convert.LocationConverter;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code textDocument/prepareCallHierarchy}: returns the application, extension or release
 * under the cursor.
 */
public final class PrepareCallHierarchyHandler
    implements RequestHandler<CallHierarchyPrepareParams> {
  @Override
  public @Nullable List<CallHierarchyItem> answer(
      RequestContext request, CallHierarchyPrepareParams params) {
    LocationConverter places = new LocationConverter(request.session().to(), request.workspace());
    return request
        .document(params.getTextDocument())
        .flatMap(
            document ->
                Hierarchies.at(
                    request.workspace(),
                    document.path(),
                    request.offset(document, params.getPosition())))
        .map(item -> List.of(new CallHierarchyConverter(places).item(item)))
        .orElse(null);
  }
}
