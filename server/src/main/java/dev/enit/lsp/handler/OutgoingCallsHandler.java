package dev.enit.lsp.handler;

import dev.enit.core.ide.hierarchy.Hierarchies;
import dev.enit.lsp.convert.CallHierarchyConverter;
import dev.enit.lsp.convert.LocationConverter;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.convert.Uris;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;

/**
 * Handles {@code callHierarchy/outgoingCalls}: finds the dependencies of a release, an extension or
 * an application.
 */
public final class OutgoingCallsHandler
    implements RequestHandler<CallHierarchyOutgoingCallsParams> {
  @Override
  public List<CallHierarchyOutgoingCall> answer(
      RequestContext request, CallHierarchyOutgoingCallsParams params) {
    LocationConverter places = new LocationConverter(request.session().to(), request.workspace());
    CallHierarchyConverter to = new CallHierarchyConverter(places);
    CallHierarchyItem item = ParamsReader.required(params.getItem(), "item");
    Path from = Uris.path(ParamsReader.required(item.getUri(), "item.uri")).orElse(Path.of("/"));
    return CallHierarchyConverter.dependant(item)
        .map(dependant -> Hierarchies.outgoing(request.workspace(), dependant))
        .orElse(List.of())
        .stream()
        .map(need -> to.outgoing(from, need))
        .toList();
  }
}
