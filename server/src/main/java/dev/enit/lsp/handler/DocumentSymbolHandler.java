package dev.enit.lsp.handler;

import dev.enit.core.ide.symbol.DocumentSymbols;
import dev.enit.core.ide.symbol.DocumentSymbols.Symbol;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.SymbolConverter;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbolParams;

/**
 * Handles {@code textDocument/documentSymbol}: returns the outline of a document, from which
 * editors also make breadcrumbs.
 */
public final class DocumentSymbolHandler implements RequestHandler<DocumentSymbolParams> {
  @Override
  public List<?> answer(RequestContext request, DocumentSymbolParams params) {
    SymbolConverter to = new SymbolConverter(request.session().to());
    boolean tree = new NavigationCapabilities(request.session().client()).takesSymbolTree();
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
