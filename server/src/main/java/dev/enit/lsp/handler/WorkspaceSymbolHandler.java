package dev.enit.lsp.handler;

import dev.enit.core.ide.symbol.WorkspaceSymbols;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.SymbolConverter;
import java.util.List;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;

/**
 * Handles {@code workspace/symbol}: finds names in all releases. The symbols include their ranges,
 * which cost little to compute.
 */
public final class WorkspaceSymbolHandler implements RequestHandler<WorkspaceSymbolParams> {
  @Override
  public List<WorkspaceSymbol> answer(RequestContext request, WorkspaceSymbolParams params) {
    request.session().releaseDirectories().verify();
    SymbolConverter to = new SymbolConverter(request.session().to());
    return WorkspaceSymbols.find(
            request.workspace(),
            request.session().folders(),
            ParamsReader.required(params.getQuery(), "query"),
            request.call()::check)
        .stream()
        .map(symbol -> to.found(request.workspace(), symbol))
        .toList();
  }
}
