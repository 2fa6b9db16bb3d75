package dev.enit.lsp.convert;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.ide.hierarchy.Hierarchies.Dependency;
import dev.enit.core.ide.hierarchy.Hierarchies.DependencyNode;
import dev.enit.core.ide.hierarchy.Hierarchies.DependencyNode.Kind;
import dev.enit.core.ide.hierarchy.Hierarchies.HierarchyItem;
import dev.enit.core.text.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/**
 * The converter of dependencies to call hierarchies: the protocol knows calls, and a dependency on
 * an application is shown as one. The identity of an item travels in its {@code data} and returns
 * with the next request.
 */
public record CallHierarchyConverter(LocationConverter places) {
  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String ORIGIN = "origin";

  public CallHierarchyItem item(HierarchyItem item) {
    Path path = item.target().path();
    CallHierarchyItem shown =
        new CallHierarchyItem(
            VisibleText.line(item.dependant().name()),
            kind(item.dependant().kind()),
            places.to().uri().apply(path),
            places.range(path, item.target().range()),
            places.range(path, item.target().name()));
    if (!item.detail().isEmpty()) {
      shown.setDetail(VisibleText.line(item.detail()));
    }
    shown.setData(data(item.dependant()));
    return shown;
  }

  /** Converts a dependant, with the ranges in its file. */
  public CallHierarchyIncomingCall incoming(Dependency need) {
    return new CallHierarchyIncomingCall(
        item(need.item()), ranges(need.item().target().path(), need));
  }

  /**
   * Converts a dependency.
   *
   * @param from the file of the dependant
   */
  public CallHierarchyOutgoingCall outgoing(Path from, Dependency need) {
    return new CallHierarchyOutgoingCall(item(need.item()), ranges(from, need));
  }

  private List<Range> ranges(Path path, Dependency need) {
    return need.mentions().stream().map(span -> places.range(path, span)).toList();
  }

  private static SymbolKind kind(Kind kind) {
    return switch (kind) {
      case RELEASE -> SymbolKind.Package;
      case EXTENSION -> SymbolKind.Interface;
      case APPLICATION -> SymbolKind.Module;
    };
  }

  private static JsonObject data(DependencyNode dependant) {
    JsonObject data = new JsonObject();
    data.addProperty(KIND, dependant.kind().name());
    data.addProperty(NAME, dependant.name());
    data.addProperty(ORIGIN, Uris.uri(dependant.origin()));
    return data;
  }

  /**
   * Reads the identity of an item from the client; empty if the item was not made by this server.
   */
  public static Optional<DependencyNode> dependant(CallHierarchyItem item) {
    if (item.getData() instanceof JsonObject data
        && data.get(KIND) instanceof JsonPrimitive kind
        && data.get(NAME) instanceof JsonPrimitive name
        && data.get(ORIGIN) instanceof JsonPrimitive origin) {
      return Uris.path(origin.getAsString())
          .flatMap(
              path ->
                  List.of(Kind.values()).stream()
                      .filter(value -> value.name().equals(kind.getAsString()))
                      .findFirst()
                      .map(value -> new DependencyNode(value, name.getAsString(), path)));
    }
    return Optional.empty();
  }
}
