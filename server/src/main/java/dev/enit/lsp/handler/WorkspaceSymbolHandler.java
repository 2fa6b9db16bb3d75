package dev.enit.lsp.handler;

import dev.enit.core.ide.symbol.WorkspaceSymbols;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.SymbolConverter;
import java.util.List;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;

/** Names over all releases; complete with their places, which cost next to nothing. */
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
