package dev.enit.lsp.handler;

import dev.enit.core.ide.structure.Selections;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.RangeConverter;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;

/**
 * Handles {@code textDocument/selectionRange}: returns the enclosing ranges of each cursor, from
 * the narrowest to the widest.
 */
public final class SelectionRangeHandler implements RequestHandler<SelectionRangeParams> {
  @Override
  public List<SelectionRange> answer(RequestContext request, SelectionRangeParams params) {
    List<Position> positions = ParamsReader.required(params.getPositions(), "positions");
    return request
        .document(params.getTextDocument())
        .map(
            document ->
                positions.stream().map(position -> at(request, document, position)).toList())
        .orElse(List.of());
  }

  private static SelectionRange at(
      RequestContext request, RequestContext.Document document, Position position) {
    request.call().check();
    int offset = request.offset(document, position);
    return new RangeConverter(request.session().to(), document.terms())
        .selection(Selections.at(document.terms(), offset));
  }
}
