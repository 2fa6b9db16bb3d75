package dev.enit.lsp.handler;

import dev.enit.core.ide.hierarchy.Hierarchies;
import dev.enit.lsp.convert.CallHierarchyConverter;
import dev.enit.lsp.convert.LocationConverter;
import dev.enit.lsp.convert.ParamsReader;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;

/** Handles {@code callHierarchy/incomingCalls}: finds what depends on an application. */
public final class IncomingCallsHandler
    implements RequestHandler<CallHierarchyIncomingCallsParams> {
  @Override
  public List<CallHierarchyIncomingCall> answer(
      RequestContext request, CallHierarchyIncomingCallsParams params) {
    LocationConverter places = new LocationConverter(request.session().to(), request.workspace());
    CallHierarchyConverter to = new CallHierarchyConverter(places);
    return CallHierarchyConverter.dependant(ParamsReader.required(params.getItem(), "item"))
        .map(dependant -> Hierarchies.incoming(request.workspace(), dependant))
        .orElse(List.of())
        .stream()
        .map(to::incoming)
        .toList();
  }
}
