package dev.enit.lsp;

import com.google.gson.JsonObject;
import dev.enit.lsp.Method.Answered;
import dev.enit.lsp.Method.Lifecycle;
import dev.enit.lsp.Method.Ordered;
import dev.enit.lsp.handler.CancelProgress;
import dev.enit.lsp.handler.CodeActions;
import dev.enit.lsp.handler.CompletionAt;
import dev.enit.lsp.handler.DidChange;
import dev.enit.lsp.handler.DidChangeConfiguration;
import dev.enit.lsp.handler.DidChangeWatchedFiles;
import dev.enit.lsp.handler.DidChangeWorkspaceFolders;
import dev.enit.lsp.handler.DidClose;
import dev.enit.lsp.handler.DidOpen;
import dev.enit.lsp.handler.DidSave;
import dev.enit.lsp.handler.DocumentDiagnostics;
import dev.enit.lsp.handler.ExecuteCommand;
import dev.enit.lsp.handler.FormatRanges;
import dev.enit.lsp.handler.FormatTyped;
import dev.enit.lsp.handler.Formatting;
import dev.enit.lsp.handler.HoverAt;
import dev.enit.lsp.handler.InlayHintsIn;
import dev.enit.lsp.handler.LensesIn;
import dev.enit.lsp.handler.ReleaseOf;
import dev.enit.lsp.handler.ReleasesOf;
import dev.enit.lsp.handler.ResolveAction;
import dev.enit.lsp.handler.ResolveCompletion;
import dev.enit.lsp.handler.SetTrace;
import dev.enit.lsp.handler.TokenChanges;
import dev.enit.lsp.handler.TokensInRange;
import dev.enit.lsp.handler.TokensOfDocument;
import dev.enit.lsp.handler.VirtualContent;
import dev.enit.lsp.handler.WorkspaceDiagnostics;
import dev.enit.lsp.session.VirtualDocuments.Manner;
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
 * Everything that the server understands. Made by hand where LSP4J's launcher would reflect over
 * the whole protocol; {@code $/cancelRequest} is the connection's own.
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
              new Ordered<>("$/setTrace", SetTraceParams.class, new SetTrace()),
              // Documents and the world around them.
              new Ordered<>("textDocument/didOpen", DidOpenTextDocumentParams.class, new DidOpen()),
              new Ordered<>(
                  "textDocument/didChange", DidChangeTextDocumentParams.class, new DidChange()),
              new Ordered<>("textDocument/didSave", DidSaveTextDocumentParams.class, new DidSave()),
              new Ordered<>(
                  "textDocument/didClose", DidCloseTextDocumentParams.class, new DidClose()),
              new Ordered<>(
                  "workspace/didChangeWatchedFiles",
                  DidChangeWatchedFilesParams.class,
                  new DidChangeWatchedFiles()),
              new Ordered<>(
                  "workspace/didChangeConfiguration",
                  DidChangeConfigurationParams.class,
                  new DidChangeConfiguration()),
              new Ordered<>(
                  "workspace/didChangeWorkspaceFolders",
                  DidChangeWorkspaceFoldersParams.class,
                  new DidChangeWorkspaceFolders()),
              new Ordered<>(
                  "window/workDoneProgress/cancel",
                  WorkDoneProgressCancelParams.class,
                  new CancelProgress()),
              // Questions.
              new Answered<>("textDocument/hover", HoverParams.class, new HoverAt()),
              new Answered<>("textDocument/completion", CompletionParams.class, new CompletionAt()),
              new Answered<>(
                  "completionItem/resolve", CompletionItem.class, new ResolveCompletion()),
              Answered.ofDocument(
                  "textDocument/semanticTokens/full",
                  SemanticTokensParams.class,
                  SemanticTokensParams::getTextDocument,
                  new TokensOfDocument()),
              Answered.ofDocument(
                  "textDocument/semanticTokens/full/delta",
                  SemanticTokensDeltaParams.class,
                  SemanticTokensDeltaParams::getTextDocument,
                  new TokenChanges()),
              new Answered<>(
                  "textDocument/semanticTokens/range",
                  SemanticTokensRangeParams.class,
                  new TokensInRange()),
              new Answered<>(
                  "textDocument/formatting", DocumentFormattingParams.class, new Formatting()),
              new Answered<>(
                  "textDocument/rangeFormatting",
                  DocumentRangeFormattingParams.class,
                  FormatRanges::one),
              new Answered<>(
                  "textDocument/rangesFormatting",
                  DocumentRangesFormattingParams.class,
                  FormatRanges::several),
              new Answered<>(
                  "textDocument/onTypeFormatting",
                  DocumentOnTypeFormattingParams.class,
                  new FormatTyped()),
              Answered.ofEditor(
                  "textDocument/inlayHint", InlayHintParams.class, new InlayHintsIn()),
              Answered.ofDocument(
                  "textDocument/codeLens",
                  CodeLensParams.class,
                  CodeLensParams::getTextDocument,
                  new LensesIn()),
              Answered.ofEditor(
                  "textDocument/codeAction", CodeActionParams.class, new CodeActions()),
              new Answered<>("codeAction/resolve", CodeAction.class, new ResolveAction()),
              Answered.ofDocument(
                  "textDocument/diagnostic",
                  DocumentDiagnosticParams.class,
                  DocumentDiagnosticParams::getTextDocument,
                  new DocumentDiagnostics()),
              Answered.ofWorkspace(
                  "workspace/diagnostic",
                  WorkspaceDiagnosticParams.class,
                  new WorkspaceDiagnostics()),
              // Documents that enit makes, and what it can be told to do.
              new Answered<>(
                  "workspace/textDocumentContent",
                  TextDocumentContentParams.class,
                  new VirtualContent(Manner.STANDARD)),
              new Answered<>(
                  VirtualContent.OWN,
                  TextDocumentContentParams.class,
                  new VirtualContent(Manner.OWN)),
              Answered.ofWorkspace(ReleasesOf.METHOD, JsonObject.class, new ReleasesOf()),
              new Answered<>(ReleaseOf.METHOD, TextDocumentIdentifier.class, new ReleaseOf()),
              new Answered<>(
                  "workspace/executeCommand",
                  ExecuteCommandParams.class,
                  new ExecuteCommand(Commands.ALL))));

  private final Map<String, Method> byName = new HashMap<>();

  @SafeVarargs
  Methods(List<? extends Method>... lists) {
    for (List<? extends Method> methods : lists) {
      methods.forEach(method -> byName.put(method.name(), method));
    }
  }

  /** The method of a name; {@code null} for one that is not understood. */
  @Nullable Method get(String name) {
    return byName.get(name);
  }

  /** What the parser of messages needs to know. */
  Map<String, JsonRpcMethod> types() {
    Map<String, JsonRpcMethod> types = new HashMap<>();
    byName.forEach(
        (name, method) ->
            types.put(
                name,
                method instanceof Answered<?>
                    ? JsonRpcMethod.request(name, Object.class, method.params())
                    : JsonRpcMethod.notification(name, method.params())));
    return types;
  }
}
