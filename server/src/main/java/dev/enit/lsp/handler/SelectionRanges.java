package dev.enit.lsp.handler;

import dev.enit.core.ide.structure.Selections;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.ToShapes;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;

/** What to select when more and more is asked for around each cursor. */
public final class SelectionRanges implements RequestHandler<SelectionRangeParams> {
  @Override
  public List<SelectionRange> answer(Request request, SelectionRangeParams params) {
    List<Position> positions = FromLsp.required(params.getPositions(), "positions");
    return request
        .document(params.getTextDocument())
        .map(
            document ->
                positions.stream().map(position -> at(request, document, position)).toList())
        .orElse(List.of());
  }

  private static SelectionRange at(Request request, Request.Document document, Position position) {
    request.call().check();
    int offset = request.offset(document, position);
    return new ToShapes(request.session().to(), document.terms())
        .selection(Selections.at(document.terms(), offset));
  }
}
