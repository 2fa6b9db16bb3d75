package dev.enit.lsp.convert;

import dev.enit.core.ide.symbol.DocumentSymbols.Symbol;
import dev.enit.core.ide.symbol.WorkspaceSymbols.FoundSymbol;
import dev.enit.core.text.VisibleText;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The converter of symbols. */
public record SymbolConverter(LspConverter to) {

  /** Converts symbols to a tree. */
  public List<DocumentSymbol> tree(TermFile file, List<Symbol> symbols) {
    List<DocumentSymbol> tree = new ArrayList<>(symbols.size());
    for (Symbol symbol : symbols) {
      DocumentSymbol node =
          new DocumentSymbol(
              VisibleText.line(symbol.name()),
              kind(symbol.kind()),
              to.range(file, symbol.range()),
              to.range(file, symbol.selection()));
      if (!symbol.detail().isEmpty()) {
        node.setDetail(VisibleText.line(symbol.detail()));
      }
      if (!symbol.children().isEmpty()) {
        node.setChildren(tree(file, symbol.children()));
      }
      tree.add(node);
    }
    return tree;
  }

  /**
   * Converts symbols to a list, for clients that do not support a tree. The elements serve as
   * {@code SymbolInformation}, which has the members of {@code WorkspaceSymbol}.
   */
  public List<WorkspaceSymbol> list(Path path, TermFile file, List<Symbol> symbols) {
    List<WorkspaceSymbol> list = new ArrayList<>();
    symbols.forEach(symbol -> add(path, file, symbol, null, list));
    return list;
  }

  private void add(
      Path path,
      TermFile file,
      Symbol symbol,
      @org.jspecify.annotations.Nullable String container,
      List<WorkspaceSymbol> list) {
    Location location = new Location(to.uri().apply(path), to.range(file, symbol.range()));
    list.add(
        new WorkspaceSymbol(
            VisibleText.line(symbol.name()),
            kind(symbol.kind()),
            Either.forLeft(location),
            container));
    symbol
        .children()
        .forEach(child -> add(path, file, child, VisibleText.line(symbol.name()), list));
  }

  /** Converts a result of a search. */
  public WorkspaceSymbol found(Workspace workspace, FoundSymbol symbol) {
    Location location = to.location(workspace, symbol.place());
    return new WorkspaceSymbol(
        VisibleText.line(symbol.name()),
        kind(symbol.kind()),
        Either.forLeft(location),
        symbol.container().isEmpty() ? null : VisibleText.line(symbol.container()));
  }

  private static SymbolKind kind(Symbol.Kind kind) {
    return switch (kind) {
      case RELEASE -> SymbolKind.Package;
      case SECTION -> SymbolKind.Namespace;
      case EXTENSION -> SymbolKind.Interface;
      case KEY -> SymbolKind.Property;
      case APPLICATION -> SymbolKind.Module;
      case PART -> SymbolKind.Field;
    };
  }
}
