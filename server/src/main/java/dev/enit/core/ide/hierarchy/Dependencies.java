package dev.enit.core.ide.hierarchy;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.hierarchy.Hierarchies.Dependency;
import dev.enit.core.ide.hierarchy.Hierarchies.DependencyNode;
import dev.enit.core.ide.hierarchy.Hierarchies.Items;
import dev.enit.core.ide.navigation.AppText;
import dev.enit.core.ide.navigation.NavigationTarget;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dependencies of a release, an extension or an application. */
final class Dependencies {
  private final FileScope scope;
  private final Items items;
  private final List<Dependency> needs = new ArrayList<>();

  Dependencies(FileScope scope) {
    this.scope = scope;
    this.items = new Items(scope);
  }

  List<Dependency> of(DependencyNode dependant) {
    switch (dependant.kind()) {
      case RELEASE -> scope.release().ifPresent(this::release);
      case EXTENSION -> extension(dependant.name());
      case APPLICATION -> application(dependant.name());
    }
    return needs;
  }

  private void release(Release release) {
    release.specification().map(ReleaseSpecification::applications).ifPresent(this::listed);
    release
        .layers()
        .forEach(
            layer ->
                layer
                    .extensions()
                    .forEach(
                        extension ->
                            needs.add(
                                new Dependency(items.extension(layer, extension), List.of()))));
  }

  private void extension(String name) {
    scope.layers().stream()
        .filter(layer -> layer.path().equals(scope.path()))
        .forEach(
            layer -> {
              for (Extension extension : layer.extensions()) {
                if (extension.applications() != null
                    && TermPrinter.print(extension.name()).equals(name)) {
                  listed(AppReference.in(layer.file(), extension.form(), extension.applications()));
                }
              }
            });
  }

  /** Each application once, with all the places that list it. */
  private void listed(List<AppReference> listed) {
    Map<String, List<Span>> places = new LinkedHashMap<>();
    for (AppReference app : listed) {
      places.computeIfAbsent(app.name(), _ -> new ArrayList<>(1)).add(app.place().span());
    }
    places.forEach(
        (name, spans) -> {
          NavigationTarget mention =
              new NavigationTarget(scope.path(), spans.getFirst(), spans.getFirst());
          needs.add(new Dependency(items.application(name, mention), spans));
        });
  }

  private void application(String name) {
    Optional<AppText> text =
        scope
            .otp()
            .appFile(name)
            .map(AppFile::path)
            .flatMap(path -> AppText.of(scope.workspace(), path));
    AppGraph.of(List.of(name), scope.otp()::appFile)
        .node(name)
        .map(AppGraph.Node::needs)
        .orElse(List.of())
        .forEach(edge -> needs.add(need(text, edge.to())));
  }

  private Dependency need(Optional<AppText> text, String needed) {
    List<Span> mentions = text.map(app -> app.mentions(needed)).orElse(List.of());
    NavigationTarget mention =
        text.map(app -> app.mention(needed))
            .orElseGet(() -> NavigationTarget.startOf(scope.path()));
    return new Dependency(items.application(needed, mention), mentions);
  }
}
