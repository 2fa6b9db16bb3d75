package dev.enit.lsp.handler;

import dev.enit.core.ide.symbol.DocumentSymbols;
import dev.enit.core.ide.symbol.Symbol;
import dev.enit.lsp.convert.NavigationSupport;
import dev.enit.lsp.convert.ToSymbols;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbolParams;

/** The outline of a document; editors make their breadcrumbs of it. */
public final class SymbolsOfDocument implements RequestHandler<DocumentSymbolParams> {
  @Override
  public List<?> answer(Request request, DocumentSymbolParams params) {
    ToSymbols to = new ToSymbols(request.session().to());
    boolean tree = new NavigationSupport(request.session().client()).takesSymbolTree();
    return request
        .document(params.getTextDocument())
        .<List<?>>map(
            document -> {
              List<Symbol> symbols =
                  request
                      .workspace()
                      .file(document.path())
                      .map(DocumentSymbols::of)
                      .orElse(List.of());
              return tree
                  ? to.tree(document.terms(), symbols)
                  : to.list(document.path(), document.terms(), symbols);
            })
        .orElse(List.of());
  }
}
