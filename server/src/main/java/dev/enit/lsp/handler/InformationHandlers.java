package dev.enit.lsp.handler;

import dev.enit.core.ide.HoverProvider;
import dev.enit.core.ide.hint.InlayHints;
import dev.enit.core.ide.lens.Lenses.Lens;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.CodeLensConverter;
import dev.enit.lsp.convert.InlayHintConverter;
import dev.enit.lsp.handler.RequestContext.Document;
import dev.enit.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.jspecify.annotations.Nullable;

/** Handlers of what editors show beside the text: hovers, inlay hints and code lenses. */
public final class InformationHandlers {
  private InformationHandlers() {}

  /**
   * Handles {@code textDocument/hover}: explains the term under the cursor, with its effective
   * value and where that comes from.
   */
  public static @Nullable Hover hover(
      RequestContext request, Document document, int offset, TextDocumentPositionParams params) {
    return HoverProvider.at(request.workspace(), document.path(), offset)
        .map(hover -> request.session().to().hover(document.terms(), hover))
        .orElse(null);
  }

  /**
   * Handles {@code textDocument/inlayHint}: shows versions, effective values and units inside the
   * text.
   */
  public static List<InlayHint> inlayHints(
      RequestContext request, Document document, InlayHintParams params) {
    Session session = request.session();
    Span range = session.from().span(document.terms(), params.getRange());
    InlayHintConverter to =
        new InlayHintConverter(session.to(), request.workspace(), document.terms());
    session.hints().asked(request.workspace());
    return InlayHints.in(request.workspace(), document.path(), range, session.hints().kinds())
        .stream()
        .map(to::hint)
        .toList();
  }

  /**
   * Handles {@code textDocument/codeLens}: shows the state of the node of a release, and the
   * actions on it, above the lines of a document.
   */
  public static List<CodeLens> codeLenses(
      RequestContext request, Document document, CodeLensParams params) {
    List<Lens> lenses = request.session().lenses().in(request.workspace(), document.path());
    CodeLensConverter to =
        new CodeLensConverter(
            request.session().to(), document.terms(), params.getTextDocument().getUri());
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
