package dev.enit.lsp;

import dev.enit.lsp.Method.Answered;
import dev.enit.lsp.handler.DeclarationAt;
import dev.enit.lsp.handler.DefinitionAt;
import dev.enit.lsp.handler.DocumentLinks;
import dev.enit.lsp.handler.FoldingRanges;
import dev.enit.lsp.handler.HighlightsAt;
import dev.enit.lsp.handler.IncomingCalls;
import dev.enit.lsp.handler.OutgoingCalls;
import dev.enit.lsp.handler.PrepareCallHierarchy;
import dev.enit.lsp.handler.PrepareRename;
import dev.enit.lsp.handler.ReferencesTo;
import dev.enit.lsp.handler.RenameAt;
import dev.enit.lsp.handler.SelectionRanges;
import dev.enit.lsp.handler.SymbolsOfDocument;
import dev.enit.lsp.handler.SymbolsOfWorkspace;
import dev.enit.lsp.handler.WillRenameFiles;
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

/** The part of {@link Methods} that finds one's way and gives things other names. */
final class NavigationMethods {
  static final List<Method> ALL =
      List.of(
          new Answered<>("textDocument/definition", DefinitionParams.class, new DefinitionAt()),
          new Answered<>("textDocument/declaration", DeclarationParams.class, new DeclarationAt()),
          Answered.ofWorkspace(
              "textDocument/references", ReferenceParams.class, new ReferencesTo()),
          Answered.ofEditor(
              "textDocument/documentHighlight", DocumentHighlightParams.class, new HighlightsAt()),
          Answered.ofDocument(
              "textDocument/documentSymbol",
              DocumentSymbolParams.class,
              DocumentSymbolParams::getTextDocument,
              new SymbolsOfDocument()),
          Answered.ofDocument(
              "textDocument/documentLink",
              DocumentLinkParams.class,
              DocumentLinkParams::getTextDocument,
              new DocumentLinks()),
          Answered.ofDocument(
              "textDocument/foldingRange",
              FoldingRangeRequestParams.class,
              FoldingRangeRequestParams::getTextDocument,
              new FoldingRanges()),
          new Answered<>(
              "textDocument/selectionRange", SelectionRangeParams.class, new SelectionRanges()),
          new Answered<>(
              "textDocument/prepareCallHierarchy",
              CallHierarchyPrepareParams.class,
              new PrepareCallHierarchy()),
          new Answered<>(
              "callHierarchy/incomingCalls",
              CallHierarchyIncomingCallsParams.class,
              new IncomingCalls()),
          new Answered<>(
              "callHierarchy/outgoingCalls",
              CallHierarchyOutgoingCallsParams.class,
              new OutgoingCalls()),
          new Answered<>(
              "textDocument/prepareRename", PrepareRenameParams.class, new PrepareRename()),
          new Answered<>("textDocument/rename", RenameParams.class, new RenameAt()),
          Answered.ofWorkspace(
              "workspace/willRenameFiles", RenameFilesParams.class, new WillRenameFiles()),
          Answered.ofWorkspace(
              "workspace/symbol", WorkspaceSymbolParams.class, new SymbolsOfWorkspace()));

  private NavigationMethods() {}
}
