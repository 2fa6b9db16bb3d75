package dev.enit.lsp.convert;

import com.google.gson.JsonPrimitive;
import java.util.OptionalInt;

/** The capabilities of a client for navigation, outlines, folding and renaming. */
public record NavigationCapabilities(ClientCapabilities client) {

  /**
   * Returns whether targets may have enclosing ranges.
   *
   * @param feature {@code definition} or {@code declaration}
   */
  public boolean takesLinks(String feature) {
    return client.is("capabilities.textDocument." + feature + ".linkSupport");
  }

  /** Returns whether document symbols may be a tree. */
  public boolean takesSymbolTree() {
    return client.is("capabilities.textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");
  }

  /** Returns whether the client folds whole lines only. */
  public boolean foldsLines() {
    return client.is("capabilities.textDocument.foldingRange.lineFoldingOnly");
  }

  /** Returns the maximum number of folding ranges of a document. */
  public OptionalInt foldLimit() {
    return client.at("capabilities.textDocument.foldingRange.rangeLimit")
                instanceof JsonPrimitive limit
            && limit.isNumber()
        ? OptionalInt.of(limit.getAsInt())
        : OptionalInt.empty();
  }

  public boolean takesLinkTooltips() {
    return client.is("capabilities.textDocument.documentLink.tooltipSupport");
  }

  /** Returns whether the client sends {@code prepareRename}. */
  public boolean preparesRenames() {
    return client.is("capabilities.textDocument.rename.prepareSupport");
  }

  /** Returns whether edits may rename files and folders. */
  public boolean renamesFiles() {
    return client.takesDocumentChanges()
        && client
            .names("capabilities.workspace.workspaceEdit.resourceOperations")
            .contains("rename");
  }

  /** Returns whether the client sends {@code willRenameFiles} before the user renames a folder. */
  public boolean asksBeforeRenames() {
    return client.is("capabilities.workspace.fileOperations.willRename");
  }
}
