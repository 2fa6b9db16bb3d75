package dev.enit.core.ide.hierarchy;

import dev.enit.core.config.NodeKey;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.navigation.NavigationTarget;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The dependency hierarchy of applications, resolved step by step. */
public final class Hierarchies {
  private Hierarchies() {}

  /** The line to begin with for what stands at an offset; nothing where that needs nothing. */
  public static Optional<HierarchyItem> at(Workspace workspace, Path path, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    return FileScope.of(workspace, path).flatMap(scope -> first(scope, place));
  }

  private static Optional<HierarchyItem> first(FileScope scope, CursorPlace place) {
    HierarchyItems items = new HierarchyItems(scope);
    return switch (place) {
      case ApplicationName app -> Optional.of(items.application(app.name(), here(scope, place)));
      case SectionName section when !section.application().equals(NodeKey.SECTION) ->
          Optional.of(items.application(section.application(), here(scope, place)));
      case ExtensionName extension -> extension(scope, items, extension.span());
      case ReleaseName _ -> items.release();
      default -> Optional.empty();
    };
  }

  private static NavigationTarget here(FileScope scope, CursorPlace place) {
    return new NavigationTarget(scope.path(), place.span(), place.span());
  }

  private static Optional<HierarchyItem> extension(
      FileScope scope, HierarchyItems items, Span name) {
    return scope.layers().stream()
        .filter(layer -> layer.path().equals(scope.path()))
        .flatMap(
            layer ->
                layer.extensions().stream()
                    .filter(found -> found.form().absolute(found.name()).equals(name))
                    .map(found -> items.extension(layer, found)))
        .findFirst();
  }

  /** Who needs it, nearest to the release first. */
  public static List<Dependency> incoming(Workspace workspace, DependencyNode dependant) {
    return FileScope.of(workspace, dependant.origin())
        .map(scope -> new Dependents(scope).by(dependant))
        .orElse(List.of());
  }

  /** What it needs, in the order in which it says so. */
  public static List<Dependency> outgoing(Workspace workspace, DependencyNode dependant) {
    return FileScope.of(workspace, dependant.origin())
        .map(scope -> new Dependencies(scope).of(dependant))
        .orElse(List.of());
  }
}
