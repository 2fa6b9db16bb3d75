package dev.enit.lsp.handler;

import dev.enit.core.ide.lens.Lenses.Lens;
import dev.enit.lsp.convert.CodeLensConverter;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Handles {@code textDocument/codeLens}: shows the state of the node of a release, and the actions
 * on it, above the lines of a document.
 */
public final class CodeLensHandler implements RequestHandler<CodeLensParams> {
  @Override
  public List<CodeLens> answer(RequestContext request, CodeLensParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> lenses(request, document, params.getTextDocument().getUri()))
        .orElse(List.of());
  }

  private static List<CodeLens> lenses(
      RequestContext request, RequestContext.Document document, String uri) {
    List<Lens> lenses = request.session().lenses().in(request.workspace(), document.path());
    CodeLensConverter to = new CodeLensConverter(request.session().to(), document.terms(), uri);
    List<CodeLens> made = lenses.stream().map(to::lens).toList();
    made.forEach(new Columns()::next);
    return made;
  }

  /**
   * The assignment of distinct columns to the lenses of a line, in their order. Clients sort the
   * lenses of a line by column, and some of them (Neovim 0.12) do not sort stably.
   */
  private static final class Columns {
    private Position last = new Position(-1, 0);

    void next(CodeLens lens) {
      Range range = lens.getRange();
      Position start = range.getStart();
      if (start.getLine() == last.getLine()) {
        start.setCharacter(Math.max(start.getCharacter(), last.getCharacter() + 1));
      }
      if (range.getEnd().getLine() == start.getLine()) {
        range.getEnd().setCharacter(Math.max(range.getEnd().getCharacter(), start.getCharacter()));
      }
      last = start;
    }
  }
}
