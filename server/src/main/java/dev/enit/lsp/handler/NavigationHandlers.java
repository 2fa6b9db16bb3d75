package dev.enit.lsp.handler;

import dev.enit.core.ide.link.PathLinks;
import dev.enit.core.ide.navigation.Definitions;
import dev.enit.core.ide.navigation.NavigationTarget.Link;
import dev.enit.core.ide.reference.Highlights;
import dev.enit.core.ide.reference.References;
import dev.enit.core.ide.structure.Foldings;
import dev.enit.core.ide.structure.Selections;
import dev.enit.core.ide.symbol.DocumentSymbols;
import dev.enit.core.ide.symbol.DocumentSymbols.Symbol;
import dev.enit.core.ide.symbol.WorkspaceSymbols;
import dev.enit.lsp.convert.LocationConverter;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.RangeConverter;
import dev.enit.lsp.convert.SymbolConverter;
import dev.enit.lsp.handler.RequestContext.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;

/** Handlers of the requests for places: definitions, occurrences, symbols, links and ranges. */
public final class NavigationHandlers {
  /** The maximum number of folding ranges for a client that states none. */
  private static final int MOST_FOLDS = 5_000;

  private NavigationHandlers() {}

  /** Handles {@code textDocument/definition}: finds where the name under the cursor is defined. */
  public static List<?> definition(
      RequestContext request, Document document, int offset, TextDocumentPositionParams params) {
    var jump = Definitions.at(request.workspace(), document.path(), offset);
    return places(request, document, "definition", jump);
  }

  /**
   * Handles {@code textDocument/declaration}: finds where the name under the cursor is introduced.
   */
  public static List<?> declaration(
      RequestContext request, Document document, int offset, TextDocumentPositionParams params) {
    var jump = Definitions.declarationAt(request.workspace(), document.path(), offset);
    return places(request, document, "declaration", jump);
  }

  /** Returns the targets, with their enclosing ranges if the client supports location links. */
  private static List<?> places(
      RequestContext request, Document document, String feature, Optional<Link> jump) {
    LocationConverter to = new LocationConverter(request.session().to(), request.workspace());
    boolean links = new NavigationCapabilities(request.session().client()).takesLinks(feature);
    return jump.<List<?>>map(
            found -> links ? to.links(document.terms(), found) : to.locations(found))
        .orElse(List.of());
  }

  /**
   * Handles {@code textDocument/references}: finds all occurrences of the name under the cursor, in
   * all releases.
   */
  public static List<Location> references(
      RequestContext request, Document document, int offset, ReferenceParams params) {
    boolean declaration =
        ParamsReader.required(params.getContext(), "context").isIncludeDeclaration();
    request.session().releaseDirectories().verify();
    LocationConverter to = new LocationConverter(request.session().to(), request.workspace());
    return References.at(
            request.workspace(),
            request.session().folders(),
            document.path(),
            offset,
            declaration,
            request.call()::check)
        .stream()
        .map(to::location)
        .toList();
  }

  /**
   * Handles {@code textDocument/documentHighlight}: finds the other occurrences of the name under
   * the cursor, or the matching bracket.
   */
  public static List<DocumentHighlight> highlights(
      RequestContext request, Document document, int offset, TextDocumentPositionParams params) {
    LocationConverter to = new LocationConverter(request.session().to(), request.workspace());
    return Highlights.at(request.workspace(), document.path(), offset).stream()
        .map(highlight -> to.highlight(document.terms(), highlight))
        .toList();
  }

  /**
   * Handles {@code textDocument/documentSymbol}: returns the outline of a document, from which
   * editors also make breadcrumbs.
   */
  public static List<?> documentSymbols(RequestContext request, Document document, Object params) {
    SymbolConverter to = new SymbolConverter(request.session().to());
    List<Symbol> symbols =
        request.workspace().file(document.path()).map(DocumentSymbols::of).orElse(List.of());
    return new NavigationCapabilities(request.session().client()).takesSymbolTree()
        ? to.tree(document.terms(), symbols)
        : to.list(document.path(), document.terms(), symbols);
  }

  /**
   * Handles {@code workspace/symbol}: finds names in all releases. The symbols include their
   * ranges, which cost little to compute.
   */
  public static List<WorkspaceSymbol> workspaceSymbols(
      RequestContext request, WorkspaceSymbolParams params) {
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

  /**
   * Handles {@code textDocument/documentLink}: links the files and directories that values name, if
   * they exist.
   */
  public static List<DocumentLink> documentLinks(
      RequestContext request, Document document, Object params) {
    RangeConverter to = new RangeConverter(request.session().to(), document.terms());
    return request
        .workspace()
        .file(document.path())
        .map(file -> PathLinks.of(request.workspace(), file).stream().map(to::link).toList())
        .orElse(List.of());
  }

  /**
   * Handles {@code textDocument/foldingRange}: returns the ranges of a document that can be folded.
   */
  public static List<FoldingRange> foldingRanges(
      RequestContext request, Document document, Object params) {
    int most =
        new NavigationCapabilities(request.session().client()).foldLimit().orElse(MOST_FOLDS);
    return new RangeConverter(request.session().to(), document.terms())
        .folds(Foldings.of(document.terms(), Math.max(0, most)));
  }

  /**
   * Handles {@code textDocument/selectionRange}: returns the enclosing ranges of each cursor, from
   * the narrowest to the widest.
   */
  public static List<SelectionRange> selectionRanges(
      RequestContext request, Document document, SelectionRangeParams params) {
    return ParamsReader.required(params.getPositions(), "positions").stream()
        .map(position -> selection(request, document, position))
        .toList();
  }

  private static SelectionRange selection(
      RequestContext request, Document document, Position position) {
    request.call().check();
    int offset = request.offset(document, position);
    return new RangeConverter(request.session().to(), document.terms())
        .selection(Selections.at(document.terms(), offset));
  }
}
