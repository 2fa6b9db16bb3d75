package dev.enit.core.ide.hierarchy;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.hierarchy.Hierarchies.Dependency;
import dev.enit.core.ide.hierarchy.Hierarchies.DependencyNode;
import dev.enit.core.ide.hierarchy.Hierarchies.DependencyNode.Kind;
import dev.enit.core.ide.hierarchy.Hierarchies.HierarchyItem;
import dev.enit.core.ide.hierarchy.Hierarchies.Items;
import dev.enit.core.ide.navigation.AppText;
import dev.enit.core.ide.navigation.NavigationTarget;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The dependents of an application: the release, its extensions, applications of the release; for a
 * file that stands alone all that are installed.
 */
final class Dependents {
  private final FileScope scope;
  private final Items items;
  private final List<Dependency> needs = new ArrayList<>();

  Dependents(FileScope scope) {
    this.scope = scope;
    this.items = new Items(scope);
  }

  List<Dependency> by(DependencyNode dependant) {
    if (dependant.kind() == Kind.EXTENSION) {
      items.release().ifPresent(release -> needs.add(new Dependency(release, List.of())));
    } else if (dependant.kind() == Kind.APPLICATION) {
      listed(dependant.name());
      scope.layers().forEach(layer -> extended(layer, dependant.name()));
      applications(dependant.name());
    }
    return needs;
  }

  private void listed(String application) {
    List<AppReference> listed =
        scope
            .release()
            .flatMap(release -> release.specification())
            .map(ReleaseSpecification::applications)
            .orElse(List.of());
    List<Span> places = places(listed, application);
    if (!places.isEmpty()) {
      items.release().ifPresent(release -> needs.add(new Dependency(release, places)));
    }
  }

  private void extended(ConfigLayer layer, String application) {
    for (Extension extension : layer.extensions()) {
      if (extension.applications() != null) {
        List<Span> places =
            places(
                AppReference.in(layer.file(), extension.form(), extension.applications()),
                application);
        if (!places.isEmpty()) {
          needs.add(new Dependency(items.extension(layer, extension), places));
        }
      }
    }
  }

  private static List<Span> places(List<AppReference> listed, String application) {
    return listed.stream()
        .filter(app -> app.name().equals(application))
        .map(AppReference::place)
        .map(Place::span)
        .toList();
  }

  private void applications(String application) {
    Set<String> all = scope.release().isPresent() ? names() : scope.otp().names();
    for (AppGraph.Node node : AppGraph.of(all, scope.otp()::appFile).nodes()) {
      if (node.needs().stream().anyMatch(edge -> edge.to().equals(application))) {
        node.file().ifPresent(file -> application(file, application));
      }
    }
  }

  private Set<String> names() {
    return scope.loaded().orElse(Set.of());
  }

  private void application(AppFile file, String needed) {
    HierarchyItem item = items.application(file.name(), NavigationTarget.startOf(file.path()));
    List<Span> mentions =
        AppText.of(scope.workspace(), file.path())
            .map(text -> text.mentions(needed))
            .orElse(List.of());
    needs.add(new Dependency(item, mentions));
  }
}
