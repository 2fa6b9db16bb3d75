package dev.enit.lsp.handler;

import dev.enit.core.ide.hierarchy.Hierarchies;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.convert.ToHierarchy;
import dev.enit.lsp.convert.ToPlaces;
import dev.enit.lsp.convert.Uris;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;

/** What a release, an extension or an application needs. */
public final class OutgoingCalls implements RequestHandler<CallHierarchyOutgoingCallsParams> {
  @Override
  public List<CallHierarchyOutgoingCall> answer(
      Request request, CallHierarchyOutgoingCallsParams params) {
    ToPlaces places = new ToPlaces(request.session().to(), request.workspace());
    ToHierarchy to = new ToHierarchy(places);
    CallHierarchyItem item = FromLsp.required(params.getItem(), "item");
    Path from = Uris.path(FromLsp.required(item.getUri(), "item.uri")).orElse(Path.of("/"));
    return ToHierarchy.dependant(item)
        .map(dependant -> Hierarchies.outgoing(request.workspace(), dependant))
        .orElse(List.of())
        .stream()
        .map(need -> to.outgoing(from, need))
        .toList();
  }
}
