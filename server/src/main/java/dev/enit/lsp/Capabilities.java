package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.core.ide.format.TypedFormatting;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.CodeActionConverter;
import dev.enit.lsp.convert.NavigationCapabilities;
import dev.enit.lsp.convert.VirtualUri;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of {@code initialize}: the capabilities of this server for one client. */
final class Capabilities {
  /** {@code TextDocumentSyncKind.Incremental}. */
  private static final int INCREMENTAL = 2;

  private Capabilities() {}

  static JsonObject of(ClientCapabilities client, String version) {
    JsonObject capabilities = new JsonObject();
    capabilities.addProperty("positionEncoding", client.encoding().wire());
    capabilities.add("textDocumentSync", synchronization());
    for (Capability capability : Methods.ALL.capabilities()) {
      JsonElement options = capability.options().apply(client);
      if (capability.name() != null && options != null) {
        capabilities.add(capability.name(), options);
      }
    }
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

  static JsonObject rangeFormatting() {
    JsonObject provider = new JsonObject();
    provider.addProperty("rangesSupport", true);
    return provider;
  }

  static JsonObject typedFormatting() {
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
  static JsonObject completion() {
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

  static JsonObject codeActions() {
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

  /** Returns the diagnostic options, only for a client that pulls diagnostics. */
  static @Nullable JsonElement diagnostics(ClientCapabilities client) {
    if (!client.pullsDiagnostics()) {
      return null;
    }
    JsonObject provider = new JsonObject();
    provider.addProperty("identifier", "enit");
    provider.addProperty("interFileDependencies", true);
    provider.addProperty("workspaceDiagnostics", true);
    return provider;
  }

  static JsonObject commands() {
    JsonArray names = new JsonArray();
    Commands.names().forEach(names::add);
    JsonObject provider = new JsonObject();
    provider.add("commands", names);
    return provider;
  }

  /**
   * Returns the rename provider. Only clients that support {@code prepareRename} accept options.
   */
  static JsonElement rename(ClientCapabilities client) {
    if (!new NavigationCapabilities(client).preparesRenames()) {
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
  private static JsonObject fileOperations() {
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
      workspace.add("fileOperations", fileOperations());
    }
    workspace.add("textDocumentContent", virtualDocuments());
    return workspace;
  }
}
