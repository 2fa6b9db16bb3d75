package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.core.ide.format.TypedFormatting;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.CodeActionConverter;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.TokenLegend;
import dev.enit.lsp.convert.VirtualUri;
import java.util.List;

/** The result of {@code initialize}: the capabilities of this server for one client. */
final class Capabilities {
  /** {@code TextDocumentSyncKind.Incremental}. */
  private static final int INCREMENTAL = 2;

  private Capabilities() {}

  static JsonObject of(ClientCapabilities client, String version) {
    JsonObject capabilities = new JsonObject();
    capabilities.addProperty("positionEncoding", client.encoding().wire());
    capabilities.add("textDocumentSync", synchronization());
    capabilities.addProperty("hoverProvider", true);
    capabilities.add("completionProvider", completion());
    capabilities.add("semanticTokensProvider", TokenLegend.provider());
    capabilities.addProperty("documentFormattingProvider", true);
    capabilities.add("documentRangeFormattingProvider", rangeFormatting());
    capabilities.add("documentOnTypeFormattingProvider", typedFormatting());
    capabilities.addProperty("inlayHintProvider", true);
    NavigationProviders.add(capabilities, new NavigationCapabilities(client));
    capabilities.add("codeActionProvider", codeActions());
    if (client.pullsDiagnostics()) {
      capabilities.add("diagnosticProvider", diagnostics());
    }
    capabilities.add("codeLensProvider", new JsonObject());
    capabilities.add("executeCommandProvider", commands());
    capabilities.add("workspace", workspace(client));
    JsonObject server = new JsonObject();
    server.addProperty("name", "enit");
    server.addProperty("version", version);
    JsonObject result = new JsonObject();
    result.add("capabilities", capabilities);
    result.add("serverInfo", server);
    return result;
  }

  private static JsonObject synchronization() {
    JsonObject sync = new JsonObject();
    sync.addProperty("openClose", true);
    sync.addProperty("change", INCREMENTAL);
    sync.addProperty("save", true);
    return sync;
  }

  private static JsonObject rangeFormatting() {
    JsonObject provider = new JsonObject();
    provider.addProperty("rangesSupport", true);
    return provider;
  }

  private static JsonObject typedFormatting() {
    JsonArray more = new JsonArray();
    TypedFormatting.TRIGGERS.stream().skip(1).forEach(more::add);
    JsonObject provider = new JsonObject();
    provider.addProperty("firstTriggerCharacter", TypedFormatting.TRIGGERS.getFirst());
    provider.add("moreTriggerCharacter", more);
    return provider;
  }

  /**
   * Returns the completion options. A comma or a bracket is no trigger character: the next key
   * there is often Enter, which would accept a proposal.
   */
  private static JsonObject completion() {
    JsonArray triggers = new JsonArray();
    List.of("{", "\"", "'").forEach(triggers::add);
    JsonObject item = new JsonObject();
    item.addProperty("labelDetailsSupport", true);
    JsonObject provider = new JsonObject();
    provider.add("triggerCharacters", triggers);
    provider.addProperty("resolveProvider", true);
    provider.add("completionItem", item);
    return provider;
  }

  private static JsonObject codeActions() {
    JsonArray kinds = new JsonArray();
    for (CodeActionItem.Kind kind : CodeActionItem.Kind.values()) {
      kinds.add(CodeActionConverter.kind(kind));
    }
    kinds.add(CodeActionConverter.NODE);
    JsonObject provider = new JsonObject();
    provider.add("codeActionKinds", kinds);
    provider.addProperty("resolveProvider", true);
    return provider;
  }

  private static JsonObject diagnostics() {
    JsonObject provider = new JsonObject();
    provider.addProperty("identifier", "enit");
    provider.addProperty("interFileDependencies", true);
    provider.addProperty("workspaceDiagnostics", true);
    return provider;
  }

  private static JsonObject commands() {
    JsonArray names = new JsonArray();
    Commands.names().forEach(names::add);
    JsonObject provider = new JsonObject();
    provider.add("commands", names);
    return provider;
  }

  /** Returns the scheme of virtual documents. */
  private static JsonObject virtualDocuments() {
    JsonArray schemes = new JsonArray();
    schemes.add(VirtualUri.SCHEME);
    JsonObject provider = new JsonObject();
    provider.add("schemes", schemes);
    return provider;
  }

  private static JsonObject workspace(ClientCapabilities client) {
    JsonObject folders = new JsonObject();
    folders.addProperty("supported", true);
    folders.addProperty("changeNotifications", true);
    JsonObject workspace = new JsonObject();
    workspace.add("workspaceFolders", folders);
    if (new NavigationCapabilities(client).asksBeforeRenames()) {
      workspace.add("fileOperations", NavigationProviders.fileOperations());
    }
    workspace.add("textDocumentContent", virtualDocuments());
    return workspace;
  }
}
