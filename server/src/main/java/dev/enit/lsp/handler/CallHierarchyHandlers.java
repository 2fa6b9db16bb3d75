package dev.enit.lsp.handler;

import dev.enit.core.ide.hierarchy.Hierarchies;
import dev.enit.lsp.convert.CallHierarchyConverter;
import dev.enit.lsp.convert.LocationConverter;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.handler.RequestContext.Document;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.jspecify.annotations.Nullable;

/** Handlers of the call hierarchy, which shows what depends on what. */
public final class CallHierarchyHandlers {
  private CallHierarchyHandlers() {}

  /**
   * Handles {@code textDocument/prepareCallHierarchy}: returns the application, extension or
   * release under the cursor.
   */
  public static @Nullable List<CallHierarchyItem> prepare(
      RequestContext request, Document document, int offset, TextDocumentPositionParams params) {
    CallHierarchyConverter to = converter(request);
    return Hierarchies.at(request.workspace(), document.path(), offset)
        .map(item -> List.of(to.item(item)))
        .orElse(null);
  }

  /** Handles {@code callHierarchy/incomingCalls}: finds what depends on an application. */
  public static List<CallHierarchyIncomingCall> incoming(
      RequestContext request, CallHierarchyIncomingCallsParams params) {
    CallHierarchyConverter to = converter(request);
    return CallHierarchyConverter.dependant(ParamsReader.required(params.getItem(), "item"))
        .map(dependant -> Hierarchies.incoming(request.workspace(), dependant))
        .orElse(List.of())
        .stream()
        .map(to::incoming)
        .toList();
  }

  /**
   * Handles {@code callHierarchy/outgoingCalls}: finds the dependencies of a release, an extension
   * or an application.
   */
  public static List<CallHierarchyOutgoingCall> outgoing(
      RequestContext request, CallHierarchyOutgoingCallsParams params) {
    CallHierarchyConverter to = converter(request);
    CallHierarchyItem item = ParamsReader.required(params.getItem(), "item");
    Path from = Uris.path(ParamsReader.required(item.getUri(), "item.uri")).orElse(Path.of("/"));
    return CallHierarchyConverter.dependant(item)
        .map(dependant -> Hierarchies.outgoing(request.workspace(), dependant))
        .orElse(List.of())
        .stream()
        .map(need -> to.outgoing(from, need))
        .toList();
  }

  private static CallHierarchyConverter converter(RequestContext request) {
    return new CallHierarchyConverter(
        new LocationConverter(request.session().to(), request.workspace()));
  }
}
