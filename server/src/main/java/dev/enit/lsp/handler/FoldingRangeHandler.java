package dev.enit.lsp.handler;

import dev.enit.core.ide.structure.Foldings;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.RangeConverter;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;

/**
 * Handles {@code textDocument/foldingRange}: returns the ranges of a document that can be folded.
 */
public final class FoldingRangeHandler implements RequestHandler<FoldingRangeRequestParams> {
  /** The maximum number of ranges for a client that states none. */
  private static final int MOST = 5_000;

  @Override
  public List<FoldingRange> answer(RequestContext request, FoldingRangeRequestParams params) {
    int most = new NavigationCapabilities(request.session().client()).foldLimit().orElse(MOST);
    return request
        .document(params.getTextDocument())
        .map(
            document ->
                new RangeConverter(request.session().to(), document.terms())
                    .folds(Foldings.of(document.terms(), Math.max(0, most))))
        .orElse(List.of());
  }
}
