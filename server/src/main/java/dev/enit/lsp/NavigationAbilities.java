package dev.enit.lsp;

import com.google.gson.JsonObject;

/** The part of {@link Abilities} that finds one's way and gives things other names. */
final class NavigationAbilities {
  private NavigationAbilities() {}

  static void add(JsonObject capabilities) {
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
  }
}
