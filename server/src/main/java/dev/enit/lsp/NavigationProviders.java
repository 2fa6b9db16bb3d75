package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.lsp.convert.NavigationCapabilities;

/** The part of {@link Capabilities} for navigation and renaming. */
final class NavigationProviders {
  private NavigationProviders() {}

  static void add(JsonObject capabilities, NavigationCapabilities client) {
    capabilities.addProperty("definitionProvider", true);
    capabilities.addProperty("declarationProvider", true);
    capabilities.addProperty("referencesProvider", true);
    capabilities.addProperty("documentHighlightProvider", true);
    capabilities.addProperty("documentSymbolProvider", true);
    capabilities.addProperty("workspaceSymbolProvider", true);
    capabilities.add("documentLinkProvider", new JsonObject());
    capabilities.addProperty("foldingRangeProvider", true);
    capabilities.addProperty("selectionRangeProvider", true);
    capabilities.addProperty("callHierarchyProvider", true);
    capabilities.add("renameProvider", rename(client));
  }

  /**
   * Returns the rename provider. Only clients that support {@code prepareRename} accept options.
   */
  private static JsonElement rename(NavigationCapabilities client) {
    if (!client.preparesRenames()) {
      return new JsonPrimitive(true);
    }
    JsonObject provider = new JsonObject();
    provider.addProperty("prepareProvider", true);
    return provider;
  }

  /**
   * Returns the file operations: the client sends {@code willRenameFiles} before a folder is
   * renamed.
   */
  static JsonObject fileOperations() {
    JsonObject pattern = new JsonObject();
    pattern.addProperty("glob", "**");
    pattern.addProperty("matches", "folder");
    JsonObject filter = new JsonObject();
    filter.addProperty("scheme", "file");
    filter.add("pattern", pattern);
    JsonArray filters = new JsonArray();
    filters.add(filter);
    JsonObject registration = new JsonObject();
    registration.add("filters", filters);
    JsonObject operations = new JsonObject();
    operations.add("willRename", registration);
    return operations;
  }
}
