package dev.enit.lsp.convert;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The client's capabilities and other parameters of {@code initialize}, read directly from their
 * JSON: LSP4J has a hundred classes for them, none of which is needed before the response. A member
 * of an unexpected type counts as absent.
 */
public final class ClientCapabilities {
  private final JsonObject params;
  private final PositionEncoding encoding;

  public ClientCapabilities(@Nullable JsonObject params) {
    this.params = params == null ? new JsonObject() : params;
    this.encoding = PositionEncoding.negotiate(names("capabilities.general.positionEncodings"));
  }

  public PositionEncoding encoding() {
    return encoding;
  }

  /** Returns the process that the server must not outlive. */
  public OptionalLong processId() {
    return at("processId") instanceof JsonPrimitive id && id.isNumber()
        ? OptionalLong.of(id.getAsLong())
        : OptionalLong.empty();
  }

  /** Returns the trace level: {@code off}, {@code messages} or {@code verbose}. */
  public String trace() {
    return at("trace") instanceof JsonPrimitive trace ? trace.getAsString() : "off";
  }

  public @Nullable JsonElement initializationOptions() {
    return at("initializationOptions");
  }

  /** Returns the workspace folders in the client's order; for older clients, the one root. */
  public List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    if (at("workspaceFolders") instanceof JsonArray array) {
      for (JsonElement folder : array) {
        if (folder instanceof JsonObject object
            && object.get("uri") instanceof JsonPrimitive uri
            && uri.isString()) {
          Uris.path(uri.getAsString()).ifPresent(folders::add);
        }
      }
    } else if (at("rootUri") instanceof JsonPrimitive root && root.isString()) {
      Uris.path(root.getAsString()).ifPresent(folders::add);
    }
    return folders;
  }

  /**
   * Returns whether diagnostics are pulled. A client that pulls, but supports neither refresh nor
   * related documents, would show stale diagnostics for the other files of a release: its
   * diagnostics are pushed.
   */
  public boolean pullsDiagnostics() {
    return at("capabilities.textDocument.diagnostic") instanceof JsonObject
        && (refreshesDiagnostics() || takesRelatedDocuments());
  }

  public boolean refreshesDiagnostics() {
    return is("capabilities.workspace.diagnostics.refreshSupport");
  }

  public boolean refreshesInlayHints() {
    return is("capabilities.workspace.inlayHint.refreshSupport");
  }

  public boolean refreshesCodeLenses() {
    return is("capabilities.workspace.codeLens.refreshSupport");
  }

  public boolean takesRelatedDocuments() {
    return is("capabilities.textDocument.diagnostic.relatedDocumentSupport");
  }

  public boolean takesRelatedInformation() {
    return is(diagnostics() + ".relatedInformation");
  }

  public boolean takesCodeDescription() {
    return is(diagnostics() + ".codeDescriptionSupport");
  }

  /** Returns whether the client shows a tag, such as 1 (unnecessary). */
  public boolean takesTag(int tag) {
    return at(diagnostics() + ".tagSupport.valueSet") instanceof JsonArray tags
        && tags.contains(new JsonPrimitive(tag));
  }

  /** Returns whether a diagnostic may carry data, which returns with a request for code actions. */
  public boolean takesDiagnosticData() {
    return is("capabilities.textDocument.publishDiagnostics.dataSupport")
        || is("capabilities.textDocument.diagnostic.dataSupport");
  }

  public boolean takesVersions() {
    return is("capabilities.textDocument.publishDiagnostics.versionSupport");
  }

  public boolean takesCodeActions() {
    return at("capabilities.textDocument.codeAction.codeActionLiteralSupport")
        instanceof JsonObject;
  }

  public boolean takesPreferred() {
    return is("capabilities.textDocument.codeAction.isPreferredSupport");
  }

  /** Returns whether the changes of a code action may be computed when the user chooses it. */
  public boolean resolvesActions() {
    return names("capabilities.textDocument.codeAction.resolveSupport.properties").contains("edit")
        && is("capabilities.textDocument.codeAction.dataSupport");
  }

  /** Returns whether edits may create files. */
  public boolean createsFiles() {
    return takesDocumentChanges()
        && names("capabilities.workspace.workspaceEdit.resourceOperations").contains("create");
  }

  /** Returns whether the server may request edits. */
  public boolean appliesEdits() {
    return is("capabilities.workspace.applyEdit");
  }

  public boolean takesDocumentChanges() {
    return is("capabilities.workspace.workspaceEdit.documentChanges");
  }

  /** Returns whether a hover may be Markdown. */
  public boolean takesMarkdown() {
    return names("capabilities.textDocument.hover.contentFormat").contains("markdown");
  }

  public CompletionCapabilities completion() {
    return CompletionCapabilities.of(this);
  }

  public boolean watchesFiles() {
    return is("capabilities.workspace.didChangeWatchedFiles.dynamicRegistration");
  }

  /** Returns whether the client can watch folders outside the workspace. */
  public boolean watchesElsewhere() {
    return is("capabilities.workspace.didChangeWatchedFiles.relativePatternSupport");
  }

  /**
   * Returns whether the client may support questions to the user. One without window capabilities,
   * such as ALE, never answers a question.
   */
  public boolean hasWindow() {
    return at("capabilities.window") instanceof JsonObject;
  }

  /** Returns whether the client supports {@code window/showDocument}. */
  public boolean showsDocuments() {
    return is("capabilities.window.showDocument.support");
  }

  /**
   * Returns whether the client requests the content of documents with the scheme {@code enit:}: it
   * supports the request of LSP 3.18, or is one of enit's own extensions.
   */
  public boolean asksForDocuments() {
    return isOwn() || at("capabilities.workspace.textDocumentContent") instanceof JsonObject;
  }

  /**
   * Returns whether the client is one of enit's own extensions, which show the errors of commands,
   * and show a message with one action as a message.
   */
  public boolean isOwn() {
    return is("capabilities.experimental.enit");
  }

  /** Returns whether the client shows progress that the server begins. */
  public boolean showsProgress() {
    return is("capabilities.window.workDoneProgress");
  }

  /** Returns whether the client can be asked for its settings. */
  public boolean hasConfiguration() {
    return is("capabilities.workspace.configuration");
  }

  public boolean registersConfiguration() {
    return is("capabilities.workspace.didChangeConfiguration.dynamicRegistration");
  }

  private String diagnostics() {
    return pullsDiagnostics()
        ? "capabilities.textDocument.diagnostic"
        : "capabilities.textDocument.publishDiagnostics";
  }

  boolean is(String path) {
    return at(path) instanceof JsonPrimitive flag && flag.isBoolean() && flag.getAsBoolean();
  }

  List<String> names(String path) {
    List<String> names = new ArrayList<>();
    if (at(path) instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element instanceof JsonPrimitive name && name.isString()) {
          names.add(name.getAsString());
        }
      }
    }
    return names;
  }

  List<Integer> numbers(String path) {
    List<Integer> numbers = new ArrayList<>();
    if (at(path) instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element instanceof JsonPrimitive number && number.isNumber()) {
          numbers.add(number.getAsInt());
        }
      }
    }
    return numbers;
  }

  @Nullable JsonElement at(String path) {
    JsonElement here = params;
    for (int start = 0; start <= path.length() && here != null; ) {
      int dot = path.indexOf('.', start);
      int end = dot < 0 ? path.length() : dot;
      here = here instanceof JsonObject object ? object.get(path.substring(start, end)) : null;
      start = end + 1;
    }
    return here;
  }
}
