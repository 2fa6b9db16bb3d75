package dev.enit.lsp.handler;

import dev.enit.core.ide.hierarchy.Hierarchies;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.ToHierarchy;
import dev.enit.lsp.convert.ToPlaces;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;

/** Who needs an application. */
public final class IncomingCalls implements RequestHandler<CallHierarchyIncomingCallsParams> {
  @Override
  public List<CallHierarchyIncomingCall> answer(
      Request request, CallHierarchyIncomingCallsParams params) {
    ToPlaces places = new ToPlaces(request.session().to(), request.workspace());
    ToHierarchy to = new ToHierarchy(places);
    return ToHierarchy.dependant(FromLsp.required(params.getItem(), "item"))
        .map(dependant -> Hierarchies.incoming(request.workspace(), dependant))
        .orElse(List.of())
        .stream()
        .map(to::incoming)
        .toList();
  }
}
