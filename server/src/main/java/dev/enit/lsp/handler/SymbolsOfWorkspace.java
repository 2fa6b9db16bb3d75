package dev.enit.lsp.handler;

import dev.enit.core.ide.symbol.WorkspaceSymbols;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.ToSymbols;
import java.util.List;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;

/** Names over all releases; complete with their places, which cost next to nothing. */
public final class SymbolsOfWorkspace implements RequestHandler<WorkspaceSymbolParams> {
  @Override
  public List<WorkspaceSymbol> answer(Request request, WorkspaceSymbolParams params) {
    request.session().releaseDirectories().verify();
    ToSymbols to = new ToSymbols(request.session().to());
    return WorkspaceSymbols.find(
            request.workspace(),
            request.session().folders(),
            FromLsp.required(params.getQuery(), "query"),
            request.call()::check)
        .stream()
        .map(symbol -> to.found(request.workspace(), symbol))
        .toList();
  }
}
