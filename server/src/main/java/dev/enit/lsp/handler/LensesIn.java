package dev.enit.lsp.handler;

import dev.enit.core.ide.lens.Lens;
import dev.enit.lsp.convert.LensToLsp;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;

/** How the node of a release is, and what can be done with it, above the lines of a document. */
public final class LensesIn implements RequestHandler<CodeLensParams> {
  @Override
  public List<CodeLens> answer(Request request, CodeLensParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> lenses(request, document, params.getTextDocument().getUri()))
        .orElse(List.of());
  }

  private static List<CodeLens> lenses(Request request, Request.Document document, String uri) {
    List<Lens> lenses = request.session().lenses().in(request.workspace(), document.path());
    LensToLsp to = new LensToLsp(request.session().to(), document.terms(), uri);
    return lenses.stream().map(to::lens).toList();
  }
}
