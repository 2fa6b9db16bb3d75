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
 * What {@code initialize} says of the client, read straight from its JSON: LSP4J's classes for it
 * are a hundred, and none of them is wanted before the answer. A member of another shape than the
 * protocol's counts as absent.
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

  /** The process that the server shall not outlive. */
  public OptionalLong processId() {
    return at("processId") instanceof JsonPrimitive id && id.isNumber()
        ? OptionalLong.of(id.getAsLong())
        : OptionalLong.empty();
  }

  /** {@code off}, {@code messages} or {@code verbose}. */
  public String trace() {
    return at("trace") instanceof JsonPrimitive trace ? trace.getAsString() : "off";
  }

  public @Nullable JsonElement initializationOptions() {
    return at("initializationOptions");
  }

  /** The roots of the workspace, in the client's order; of older clients, their one root. */
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
   * Whether the client asks for diagnostics. One that asks, but can neither be told to ask again
   * nor take the diagnostics of related documents, would show stale diagnostics for the neighbours
   * of an edited file: it gets them pushed.
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

  /** Whether the client shows a tag, such as 1 (unnecessary). */
  public boolean takesTag(int tag) {
    return at(diagnostics() + ".tagSupport.valueSet") instanceof JsonArray tags
        && tags.contains(new JsonPrimitive(tag));
  }

  /** Whether a diagnostic may carry data, which comes back with a request for actions. */
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

  /** Whether the changes of an action may come when somebody chooses it. */
  public boolean resolvesActions() {
    return names("capabilities.textDocument.codeAction.resolveSupport.properties").contains("edit")
        && is("capabilities.textDocument.codeAction.dataSupport");
  }

  /** Whether changes may make files. */
  public boolean createsFiles() {
    return takesDocumentChanges()
        && names("capabilities.workspace.workspaceEdit.resourceOperations").contains("create");
  }

  /** Whether the server can have it change files. */
  public boolean appliesEdits() {
    return is("capabilities.workspace.applyEdit");
  }

  public boolean takesDocumentChanges() {
    return is("capabilities.workspace.workspaceEdit.documentChanges");
  }

  /** Whether a hover may be Markdown. */
  public boolean takesMarkdown() {
    return names("capabilities.textDocument.hover.contentFormat").contains("markdown");
  }

  public CompletionCapabilities completion() {
    return CompletionCapabilities.of(this);
  }

  public boolean watchesFiles() {
    return is("capabilities.workspace.didChangeWatchedFiles.dynamicRegistration");
  }

  /** Whether it can watch folders outside of the workspace. */
  public boolean watchesElsewhere() {
    return is("capabilities.workspace.didChangeWatchedFiles.relativePatternSupport");
  }

  /**
   * Whether it may know questions to the user. One that says nothing of windows, such as ALE,
   * leaves a question unanswered for ever.
   */
  public boolean hasWindow() {
    return at("capabilities.window") instanceof JsonObject;
  }

  /** Whether it can be asked to show a document. */
  public boolean showsDocuments() {
    return is("capabilities.window.showDocument.support");
  }

  /**
   * Whether it asks for the documents with the scheme {@code enit:} that it is to show: it knows
   * the request of LSP 3.18, or is an extension of enit's own.
   */
  public boolean asksForDocuments() {
    return isOwn() || at("capabilities.workspace.textDocumentContent") instanceof JsonObject;
  }

  /**
   * Whether it is an extension of enit's own, which shows the errors of commands, and takes a
   * message with one action for a message.
   */
  public boolean isOwn() {
    return is("capabilities.experimental.enit");
  }

  /** Whether it shows how far something is, when the server begins it. */
  public boolean showsProgress() {
    return is("capabilities.window.workDoneProgress");
  }

  /** Whether it can be asked for its settings. */
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
