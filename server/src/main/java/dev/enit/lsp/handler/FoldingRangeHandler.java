package dev.enit.lsp.handler;

import dev.enit.core.ide.structure.Foldings;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.RangeConverter;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;

/** What can be folded away in a document. */
public final class FoldingRangeHandler implements RequestHandler<FoldingRangeRequestParams> {
  /** Where the client says nothing. */
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
