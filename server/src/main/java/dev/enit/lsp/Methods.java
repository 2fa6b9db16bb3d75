package dev.enit.lsp;

import static dev.enit.lsp.handler.RequestHandler.atPosition;
import static dev.enit.lsp.handler.RequestHandler.onDocument;

import com.google.gson.JsonObject;
import dev.enit.lsp.Method.Lifecycle;
import dev.enit.lsp.Method.Notification;
import dev.enit.lsp.Method.Request;
import dev.enit.lsp.convert.TokenLegend;
import dev.enit.lsp.handler.CallHierarchyHandlers;
import dev.enit.lsp.handler.CodeActionHandler;
import dev.enit.lsp.handler.CodeActionResolveHandler;
import dev.enit.lsp.handler.CompletionHandlers;
import dev.enit.lsp.handler.DiagnosticHandlers;
import dev.enit.lsp.handler.DocumentSyncHandlers;
import dev.enit.lsp.handler.ExecuteCommandHandler;
import dev.enit.lsp.handler.FormattingHandlers;
import dev.enit.lsp.handler.InformationHandlers;
import dev.enit.lsp.handler.NavigationHandlers;
import dev.enit.lsp.handler.ReleaseHandlers;
import dev.enit.lsp.handler.RenameHandlers;
import dev.enit.lsp.handler.SemanticTokensHandlers;
import dev.enit.lsp.handler.WorkspaceSyncHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentRangesFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * The table of the methods that the server supports, each with the capability that announces it and
 * its handler. It is written by hand, because LSP4J's launcher would reflect over the whole
 * protocol. {@link dev.enit.lsp.rpc.Connection} handles {@code $/cancelRequest}.
 */
final class Methods {
  static final String INITIALIZE = "initialize";
  static final String INITIALIZED = "initialized";
  static final String SHUTDOWN = "shutdown";
  static final String EXIT = "exit";

  static final Methods ALL =
      new Methods(
          new Lifecycle(INITIALIZE),
          new Lifecycle(INITIALIZED),
          new Lifecycle(SHUTDOWN),
          new Lifecycle(EXIT),
          // Synchronization of documents, files and settings: textDocumentSync and workspace.
          new Notification<>(
              "textDocument/didOpen",
              DidOpenTextDocumentParams.class,
              DocumentSyncHandlers::didOpen),
          new Notification<>(
              "textDocument/didChange",
              DidChangeTextDocumentParams.class,
              DocumentSyncHandlers::didChange),
          new Notification<>(
              "textDocument/didSave",
              DidSaveTextDocumentParams.class,
              DocumentSyncHandlers::didSave),
          new Notification<>(
              "textDocument/didClose",
              DidCloseTextDocumentParams.class,
              DocumentSyncHandlers::didClose),
          new Notification<>(
              "workspace/didChangeWatchedFiles",
              DidChangeWatchedFilesParams.class,
              WorkspaceSyncHandlers::didChangeWatchedFiles),
          new Notification<>(
              "workspace/didChangeConfiguration",
              DidChangeConfigurationParams.class,
              WorkspaceSyncHandlers::didChangeConfiguration),
          new Notification<>(
              "workspace/didChangeWorkspaceFolders",
              DidChangeWorkspaceFoldersParams.class,
              WorkspaceSyncHandlers::didChangeWorkspaceFolders),
          new Notification<>(
              "window/workDoneProgress/cancel",
              WorkDoneProgressCancelParams.class,
              WorkspaceSyncHandlers::cancelProgress),
          new Notification<>("$/setTrace", SetTraceParams.class, WorkspaceSyncHandlers::setTrace),
          // Information and completion.
          Request.atCursor(
              "textDocument/hover",
              Capability.of("hoverProvider"),
              HoverParams.class,
              InformationHandlers::hover,
              null),
          new Request<>(
              "textDocument/inlayHint",
              Capability.of("inlayHintProvider"),
              InlayHintParams.class,
              Lane.DOCUMENT,
              onDocument(
                  InlayHintParams::getTextDocument, InformationHandlers::inlayHints, List.of())),
          Request.onDocument(
              "textDocument/codeLens",
              Capability.of("codeLensProvider", _ -> new JsonObject()),
              CodeLensParams.class,
              CodeLensParams::getTextDocument,
              InformationHandlers::codeLenses,
              List.of()),
          Request.atCursor(
              "textDocument/completion",
              Capability.of("completionProvider", _ -> Capabilities.completion()),
              CompletionParams.class,
              CompletionHandlers::complete,
              new CompletionList(false, List.of())),
          new Request<>(
              "completionItem/resolve",
              Capability.within("completionProvider"),
              CompletionItem.class,
              Lane.CURSOR,
              CompletionHandlers::resolve),
          Request.onDocument(
              "textDocument/semanticTokens/full",
              Capability.of("semanticTokensProvider", _ -> TokenLegend.provider()),
              SemanticTokensParams.class,
              SemanticTokensParams::getTextDocument,
              SemanticTokensHandlers::full,
              new SemanticTokens(List.of())),
          Request.onDocument(
              "textDocument/semanticTokens/full/delta",
              Capability.within("semanticTokensProvider"),
              SemanticTokensDeltaParams.class,
              SemanticTokensDeltaParams::getTextDocument,
              SemanticTokensHandlers::delta,
              Either.forLeft(new SemanticTokens(List.of()))),
          new Request<>(
              "textDocument/semanticTokens/range",
              Capability.within("semanticTokensProvider"),
              SemanticTokensRangeParams.class,
              Lane.CURSOR,
              onDocument(
                  SemanticTokensRangeParams::getTextDocument,
                  SemanticTokensHandlers::range,
                  new SemanticTokens(List.of()))),
          // Formatting, code actions and diagnostics.
          new Request<>(
              "textDocument/formatting",
              Capability.of("documentFormattingProvider"),
              DocumentFormattingParams.class,
              Lane.CURSOR,
              onDocument(
                  DocumentFormattingParams::getTextDocument,
                  FormattingHandlers::document,
                  List.of())),
          new Request<>(
              "textDocument/rangeFormatting",
              Capability.of("documentRangeFormattingProvider", _ -> Capabilities.rangeFormatting()),
              DocumentRangeFormattingParams.class,
              Lane.CURSOR,
              onDocument(
                  DocumentRangeFormattingParams::getTextDocument,
                  FormattingHandlers::range,
                  List.of())),
          new Request<>(
              "textDocument/rangesFormatting",
              Capability.within("documentRangeFormattingProvider"),
              DocumentRangesFormattingParams.class,
              Lane.CURSOR,
              onDocument(
                  DocumentRangesFormattingParams::getTextDocument,
                  FormattingHandlers::ranges,
                  List.of())),
          new Request<>(
              "textDocument/onTypeFormatting",
              Capability.of(
                  "documentOnTypeFormattingProvider", _ -> Capabilities.typedFormatting()),
              DocumentOnTypeFormattingParams.class,
              Lane.CURSOR,
              onDocument(
                  DocumentOnTypeFormattingParams::getTextDocument,
                  FormattingHandlers::onType,
                  List.of())),
          new Request<>(
              "textDocument/codeAction",
              Capability.of("codeActionProvider", _ -> Capabilities.codeActions()),
              CodeActionParams.class,
              Lane.DOCUMENT,
              new CodeActionHandler()),
          new Request<>(
              "codeAction/resolve",
              Capability.within("codeActionProvider"),
              CodeAction.class,
              Lane.CURSOR,
              new CodeActionResolveHandler()),
          new Request<>(
              "textDocument/diagnostic",
              Capability.of("diagnosticProvider", Capabilities::diagnostics),
              DocumentDiagnosticParams.class,
              DiagnosticHandlers::ofDocument,
              Lane.DOCUMENT,
              DocumentDiagnosticParams::getTextDocument),
          new Request<>(
              "workspace/diagnostic",
              Capability.within("diagnosticProvider"),
              WorkspaceDiagnosticParams.class,
              Lane.WORKSPACE,
              DiagnosticHandlers::ofWorkspace),
          // Navigation.
          Request.atCursor(
              "textDocument/definition",
              Capability.of("definitionProvider"),
              DefinitionParams.class,
              NavigationHandlers::definition,
              List.of()),
          Request.atCursor(
              "textDocument/declaration",
              Capability.of("declarationProvider"),
              DeclarationParams.class,
              NavigationHandlers::declaration,
              List.of()),
          new Request<>(
              "textDocument/references",
              Capability.of("referencesProvider"),
              ReferenceParams.class,
              Lane.WORKSPACE,
              atPosition(NavigationHandlers::references, List.of())),
          new Request<>(
              "textDocument/documentHighlight",
              Capability.of("documentHighlightProvider"),
              DocumentHighlightParams.class,
              Lane.DOCUMENT,
              atPosition(NavigationHandlers::highlights, List.of())),
          Request.onDocument(
              "textDocument/documentSymbol",
              Capability.of("documentSymbolProvider"),
              DocumentSymbolParams.class,
              DocumentSymbolParams::getTextDocument,
              NavigationHandlers::documentSymbols,
              List.of()),
          new Request<>(
              "workspace/symbol",
              Capability.of("workspaceSymbolProvider"),
              WorkspaceSymbolParams.class,
              Lane.WORKSPACE,
              NavigationHandlers::workspaceSymbols),
          Request.onDocument(
              "textDocument/documentLink",
              Capability.of("documentLinkProvider", _ -> new JsonObject()),
              DocumentLinkParams.class,
              DocumentLinkParams::getTextDocument,
              NavigationHandlers::documentLinks,
              List.of()),
          Request.onDocument(
              "textDocument/foldingRange",
              Capability.of("foldingRangeProvider"),
              FoldingRangeRequestParams.class,
              FoldingRangeRequestParams::getTextDocument,
              NavigationHandlers::foldingRanges,
              List.of()),
          new Request<>(
              "textDocument/selectionRange",
              Capability.of("selectionRangeProvider"),
              SelectionRangeParams.class,
              Lane.CURSOR,
              onDocument(
                  SelectionRangeParams::getTextDocument,
                  NavigationHandlers::selectionRanges,
                  List.of())),
          Request.atCursor(
              "textDocument/prepareCallHierarchy",
              Capability.of("callHierarchyProvider"),
              CallHierarchyPrepareParams.class,
              CallHierarchyHandlers::prepare,
              null),
          new Request<>(
              "callHierarchy/incomingCalls",
              Capability.within("callHierarchyProvider"),
              CallHierarchyIncomingCallsParams.class,
              Lane.CURSOR,
              CallHierarchyHandlers::incoming),
          new Request<>(
              "callHierarchy/outgoingCalls",
              Capability.within("callHierarchyProvider"),
              CallHierarchyOutgoingCallsParams.class,
              Lane.CURSOR,
              CallHierarchyHandlers::outgoing),
          // Renaming.
          Request.atCursor(
              "textDocument/prepareRename",
              Capability.within("renameProvider"),
              PrepareRenameParams.class,
              RenameHandlers::prepare,
              null),
          Request.atCursor(
              "textDocument/rename",
              Capability.of("renameProvider", Capabilities::rename),
              RenameParams.class,
              RenameHandlers::rename,
              null),
          new Request<>(
              "workspace/willRenameFiles",
              Capability.within("workspace"),
              RenameFilesParams.class,
              Lane.WORKSPACE,
              RenameHandlers::willRenameFiles),
          // Virtual documents, releases and commands.
          new Request<>(
              "workspace/textDocumentContent",
              Capability.within("workspace"),
              TextDocumentContentParams.class,
              Lane.CURSOR,
              ReleaseHandlers::document),
          new Request<>(
              ReleaseHandlers.DOCUMENT,
              Capability.NONE,
              TextDocumentContentParams.class,
              Lane.CURSOR,
              ReleaseHandlers::documentForOlderClients),
          new Request<>(
              ReleaseHandlers.RELEASES,
              Capability.NONE,
              JsonObject.class,
              Lane.WORKSPACE,
              ReleaseHandlers::releases),
          new Request<>(
              ReleaseHandlers.RELEASE,
              Capability.NONE,
              TextDocumentIdentifier.class,
              Lane.CURSOR,
              ReleaseHandlers::release),
          new Request<>(
              "workspace/executeCommand",
              Capability.of("executeCommandProvider", _ -> Capabilities.commands()),
              ExecuteCommandParams.class,
              Lane.CURSOR,
              new ExecuteCommandHandler(Commands.ALL)));

  private final Map<String, Method> byName = new LinkedHashMap<>();

  Methods(Method... methods) {
    for (Method method : methods) {
      byName.put(method.name(), method);
    }
  }

  /** Returns the capabilities of all requests, for {@code ServerCapabilities}. */
  List<Capability> capabilities() {
    List<Capability> capabilities = new ArrayList<>();
    for (Method method : byName.values()) {
      if (method instanceof Request<?> request) {
        capabilities.add(request.capability());
      }
    }
    return capabilities;
  }

  /** Returns the method with a name, or {@code null} if the server does not support it. */
  @Nullable Method get(String name) {
    return byName.get(name);
  }

  /** Returns the parameter types for the message parser. */
  Map<String, JsonRpcMethod> types() {
    Map<String, JsonRpcMethod> types = new HashMap<>();
    byName.forEach(
        (name, method) ->
            types.put(
                name,
                method instanceof Request<?>
                    ? JsonRpcMethod.request(name, Object.class, method.params())
                    : JsonRpcMethod.notification(name, method.params())));
    return types;
  }
}
