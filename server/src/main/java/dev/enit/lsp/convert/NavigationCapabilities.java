package dev.enit.lsp.convert;

import com.google.gson.JsonPrimitive;
import java.util.OptionalInt;

/** What a client can show of places, outlines and folds. */
public record NavigationCapabilities(ClientCapabilities client) {

  /**
   * Whether places may come with the range around them.
   *
   * @param feature {@code definition} or {@code declaration}
   */
  public boolean takesLinks(String feature) {
    return client.is("capabilities.textDocument." + feature + ".linkSupport");
  }

  /** Whether the symbols of a document may be a tree. */
  public boolean takesSymbolTree() {
    return client.is("capabilities.textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");
  }

  /** Whether whole lines are folded only. */
  public boolean foldsLines() {
    return client.is("capabilities.textDocument.foldingRange.lineFoldingOnly");
  }

  /** How many folds a document may have. */
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

  /** Whether it asks first what can be renamed. */
  public boolean preparesRenames() {
    return client.is("capabilities.textDocument.rename.prepareSupport");
  }

  /** Whether changes may rename files and folders. */
  public boolean renamesFiles() {
    return client.takesDocumentChanges()
        && client
            .names("capabilities.workspace.workspaceEdit.resourceOperations")
            .contains("rename");
  }

  /** Whether it asks what changes before somebody renames a folder. */
  public boolean asksBeforeRenames() {
    return client.is("capabilities.workspace.fileOperations.willRename");
  }
}
