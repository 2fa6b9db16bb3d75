package dev.enit.lsp;

import dev.enit.lsp.Method.Request;
import dev.enit.lsp.handler.DeclarationHandler;
import dev.enit.lsp.handler.DefinitionHandler;
import dev.enit.lsp.handler.DocumentHighlightHandler;
import dev.enit.lsp.handler.DocumentLinkHandler;
import dev.enit.lsp.handler.DocumentSymbolHandler;
import dev.enit.lsp.handler.FoldingRangeHandler;
import dev.enit.lsp.handler.IncomingCallsHandler;
import dev.enit.lsp.handler.OutgoingCallsHandler;
import dev.enit.lsp.handler.PrepareCallHierarchyHandler;
import dev.enit.lsp.handler.PrepareRenameHandler;
import dev.enit.lsp.handler.ReferencesHandler;
import dev.enit.lsp.handler.RenameHandler;
import dev.enit.lsp.handler.SelectionRangeHandler;
import dev.enit.lsp.handler.WillRenameFilesHandler;
import dev.enit.lsp.handler.WorkspaceSymbolHandler;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.WorkspaceSymbolParams;

/** The methods of {@link Methods} for navigation and renaming. */
final class NavigationMethods {
  static final List<Method> ALL =
      List.of(
          new Request<>("textDocument/definition", DefinitionParams.class, new DefinitionHandler()),
          new Request<>(
              "textDocument/declaration", DeclarationParams.class, new DeclarationHandler()),
          Request.ofWorkspace(
              "textDocument/references", ReferenceParams.class, new ReferencesHandler()),
          Request.ofEditor(
              "textDocument/documentHighlight",
              DocumentHighlightParams.class,
              new DocumentHighlightHandler()),
          Request.ofDocument(
              "textDocument/documentSymbol",
              DocumentSymbolParams.class,
              DocumentSymbolParams::getTextDocument,
              new DocumentSymbolHandler()),
          Request.ofDocument(
              "textDocument/documentLink",
              DocumentLinkParams.class,
              DocumentLinkParams::getTextDocument,
              new DocumentLinkHandler()),
          Request.ofDocument(
              "textDocument/foldingRange",
              FoldingRangeRequestParams.class,
              FoldingRangeRequestParams::getTextDocument,
              new FoldingRangeHandler()),
          new Request<>(
              "textDocument/selectionRange",
              SelectionRangeParams.class,
              new SelectionRangeHandler()),
          new Request<>(
              "textDocument/prepareCallHierarchy",
              CallHierarchyPrepareParams.class,
              new PrepareCallHierarchyHandler()),
          new Request<>(
              "callHierarchy/incomingCalls",
              CallHierarchyIncomingCallsParams.class,
              new IncomingCallsHandler()),
          new Request<>(
              "callHierarchy/outgoingCalls",
              CallHierarchyOutgoingCallsParams.class,
              new OutgoingCallsHandler()),
          new Request<>(
              "textDocument/prepareRename", PrepareRenameParams.class, new PrepareRenameHandler()),
          new Request<>("textDocument/rename", RenameParams.class, new RenameHandler()),
          Request.ofWorkspace(
              "workspace/willRenameFiles", RenameFilesParams.class, new WillRenameFilesHandler()),
          Request.ofWorkspace(
              "workspace/symbol", WorkspaceSymbolParams.class, new WorkspaceSymbolHandler()));

  private NavigationMethods() {}
}
