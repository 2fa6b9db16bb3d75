package dev.enit.lsp;

import com.google.gson.JsonObject;
import dev.enit.lsp.Method.Lifecycle;
import dev.enit.lsp.Method.Notification;
import dev.enit.lsp.Method.Request;
import dev.enit.lsp.handler.CodeActionHandler;
import dev.enit.lsp.handler.CodeActionResolveHandler;
import dev.enit.lsp.handler.CodeLensHandler;
import dev.enit.lsp.handler.CompletionHandler;
import dev.enit.lsp.handler.CompletionResolveHandler;
import dev.enit.lsp.handler.DidChangeConfigurationHandler;
import dev.enit.lsp.handler.DidChangeHandler;
import dev.enit.lsp.handler.DidChangeWatchedFilesHandler;
import dev.enit.lsp.handler.DidChangeWorkspaceFoldersHandler;
import dev.enit.lsp.handler.DidCloseHandler;
import dev.enit.lsp.handler.DidOpenHandler;
import dev.enit.lsp.handler.DidSaveHandler;
import dev.enit.lsp.handler.DocumentDiagnosticHandler;
import dev.enit.lsp.handler.ExecuteCommandHandler;
import dev.enit.lsp.handler.FormattingHandler;
import dev.enit.lsp.handler.HoverHandler;
import dev.enit.lsp.handler.InlayHintHandler;
import dev.enit.lsp.handler.OnTypeFormattingHandler;
import dev.enit.lsp.handler.RangesFormattingHandler;
import dev.enit.lsp.handler.ReleaseHandler;
import dev.enit.lsp.handler.ReleasesHandler;
import dev.enit.lsp.handler.SemanticTokensDeltaHandler;
import dev.enit.lsp.handler.SemanticTokensFullHandler;
import dev.enit.lsp.handler.SemanticTokensRangeHandler;
import dev.enit.lsp.handler.SetTraceHandler;
import dev.enit.lsp.handler.VirtualDocumentHandler;
import dev.enit.lsp.handler.WorkDoneProgressCancelHandler;
import dev.enit.lsp.handler.WorkspaceDiagnosticHandler;
import dev.enit.lsp.session.VirtualDocumentRefresher.Manner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentRangesFormattingParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.jspecify.annotations.Nullable;

/**
 * The table of the methods that the server supports. It is written by hand, because LSP4J's
 * launcher would reflect over the whole protocol. {@link dev.enit.lsp.rpc.Connection} handles
 * {@code $/cancelRequest}.
 */
final class Methods {
  static final String INITIALIZE = "initialize";
  static final String INITIALIZED = "initialized";
  static final String SHUTDOWN = "shutdown";
  static final String EXIT = "exit";

  static final Methods ALL =
      new Methods(
          NavigationMethods.ALL,
          List.of(
              new Lifecycle(INITIALIZE),
              new Lifecycle(INITIALIZED),
              new Lifecycle(SHUTDOWN),
              new Lifecycle(EXIT),
              new Notification<>("$/setTrace", SetTraceParams.class, new SetTraceHandler()),
              // Synchronization of documents, files and settings.
              new Notification<>(
                  "textDocument/didOpen", DidOpenTextDocumentParams.class, new DidOpenHandler()),
              new Notification<>(
                  "textDocument/didChange",
                  DidChangeTextDocumentParams.class,
                  new DidChangeHandler()),
              new Notification<>(
                  "textDocument/didSave", DidSaveTextDocumentParams.class, new DidSaveHandler()),
              new Notification<>(
                  "textDocument/didClose", DidCloseTextDocumentParams.class, new DidCloseHandler()),
              new Notification<>(
                  "workspace/didChangeWatchedFiles",
                  DidChangeWatchedFilesParams.class,
                  new DidChangeWatchedFilesHandler()),
              new Notification<>(
                  "workspace/didChangeConfiguration",
                  DidChangeConfigurationParams.class,
                  new DidChangeConfigurationHandler()),
              new Notification<>(
                  "workspace/didChangeWorkspaceFolders",
                  DidChangeWorkspaceFoldersParams.class,
                  new DidChangeWorkspaceFoldersHandler()),
              new Notification<>(
                  "window/workDoneProgress/cancel",
                  WorkDoneProgressCancelParams.class,
                  new WorkDoneProgressCancelHandler()),
              // Language features.
              new Request<>("textDocument/hover", HoverParams.class, new HoverHandler()),
              new Request<>(
                  "textDocument/completion", CompletionParams.class, new CompletionHandler()),
              new Request<>(
                  "completionItem/resolve", CompletionItem.class, new CompletionResolveHandler()),
              Request.ofDocument(
                  "textDocument/semanticTokens/full",
                  SemanticTokensParams.class,
                  SemanticTokensParams::getTextDocument,
                  new SemanticTokensFullHandler()),
              Request.ofDocument(
                  "textDocument/semanticTokens/full/delta",
                  SemanticTokensDeltaParams.class,
                  SemanticTokensDeltaParams::getTextDocument,
                  new SemanticTokensDeltaHandler()),
              new Request<>(
                  "textDocument/semanticTokens/range",
                  SemanticTokensRangeParams.class,
                  new SemanticTokensRangeHandler()),
              new Request<>(
                  "textDocument/formatting",
                  DocumentFormattingParams.class,
                  new FormattingHandler()),
              new Request<>(
                  "textDocument/rangeFormatting",
                  DocumentRangeFormattingParams.class,
                  RangesFormattingHandler::one),
              new Request<>(
                  "textDocument/rangesFormatting",
                  DocumentRangesFormattingParams.class,
                  RangesFormattingHandler::several),
              new Request<>(
                  "textDocument/onTypeFormatting",
                  DocumentOnTypeFormattingParams.class,
                  new OnTypeFormattingHandler()),
              Request.ofEditor(
                  "textDocument/inlayHint", InlayHintParams.class, new InlayHintHandler()),
              Request.ofDocument(
                  "textDocument/codeLens",
                  CodeLensParams.class,
                  CodeLensParams::getTextDocument,
                  new CodeLensHandler()),
              Request.ofEditor(
                  "textDocument/codeAction", CodeActionParams.class, new CodeActionHandler()),
              new Request<>("codeAction/resolve", CodeAction.class, new CodeActionResolveHandler()),
              Request.ofDocument(
                  "textDocument/diagnostic",
                  DocumentDiagnosticParams.class,
                  DocumentDiagnosticParams::getTextDocument,
                  new DocumentDiagnosticHandler()),
              Request.ofWorkspace(
                  "workspace/diagnostic",
                  WorkspaceDiagnosticParams.class,
                  new WorkspaceDiagnosticHandler()),
              // Virtual documents, releases and commands.
              new Request<>(
                  "workspace/textDocumentContent",
                  TextDocumentContentParams.class,
                  new VirtualDocumentHandler(Manner.STANDARD)),
              new Request<>(
                  VirtualDocumentHandler.OWN,
                  TextDocumentContentParams.class,
                  new VirtualDocumentHandler(Manner.OWN)),
              Request.ofWorkspace(ReleasesHandler.METHOD, JsonObject.class, new ReleasesHandler()),
              new Request<>(
                  ReleaseHandler.METHOD, TextDocumentIdentifier.class, new ReleaseHandler()),
              new Request<>(
                  "workspace/executeCommand",
                  ExecuteCommandParams.class,
                  new ExecuteCommandHandler(Commands.ALL))));

  private final Map<String, Method> byName = new HashMap<>();

  @SafeVarargs
  Methods(List<? extends Method>... lists) {
    for (List<? extends Method> methods : lists) {
      methods.forEach(method -> byName.put(method.name(), method));
    }
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
