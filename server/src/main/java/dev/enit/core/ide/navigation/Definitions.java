package dev.enit.core.ide.navigation;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.Nothing;
import dev.enit.core.ide.CursorPlace.OfSetting;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.PropertyValue;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.Slot;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.FileScope;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The definitions of a name: of a key the setting that is in force and then those that it
 * overrides, of an application its {@code .app} file, of an extension all that it consists of.
 */
public final class Definitions {
  private final FileScope scope;
  private final AppTargets apps;

  private Definitions(FileScope scope) {
    this.scope = scope;
    this.apps = new AppTargets(scope);
  }

  /** The definition of what stands at an offset; nothing where it has none. */
  public static Optional<NavigationLink> at(Workspace workspace, Path path, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    return FileScope.of(workspace, path)
        .map(scope -> new Definitions(scope).targets(place))
        .filter(targets -> !targets.isEmpty())
        .map(targets -> new NavigationLink(place.span(), targets));
  }

  private List<NavigationTarget> targets(CursorPlace place) {
    return switch (place) {
      case OfSetting setting -> ofSetting(setting);
      case ApplicationName app -> apps.installed(app.name()).stream().toList();
      case SectionName section -> ofSection(section.application());
      case ExtensionName extension -> ofExtension(extension.name());
      case ReleaseName release ->
          List.of(new NavigationTarget(scope.path(), release.span(), release.span()));
      case PropertyName _, PropertyValue _, Slot _, Nothing _ -> List.of();
    };
  }

  /** A definition that is the cursor's own place leads nowhere: then the default, if any. */
  private List<NavigationTarget> ofSetting(OfSetting place) {
    List<Setting> settings =
        scope
            .config()
            .value(place.application(), place.key())
            .map(EffectiveValue::settings)
            .orElse(List.of());
    List<NavigationTarget> targets = settings.stream().map(NavigationTarget::of).toList();
    if (settings.stream().anyMatch(setting -> !isHere(setting, place))) {
      return targets;
    }
    return apps.defaultOf(place.application(), place.key()).map(List::of).orElse(targets);
  }

  private boolean isHere(Setting setting, OfSetting place) {
    return setting.layer().path().equals(scope.path()) && setting.keySpan().equals(place.keySpan());
  }

  private List<NavigationTarget> ofSection(String application) {
    return apps.installed(application).or(() -> apps.listed(application)).stream().toList();
  }

  private List<NavigationTarget> ofExtension(Term name) {
    List<NavigationTarget> targets = new ArrayList<>();
    for (ConfigLayer layer : scope.layers()) {
      for (Extension extension : layer.extensions()) {
        if (TermValue.same(extension.name(), name)) {
          targets.add(
              new NavigationTarget(
                  layer.path(),
                  extension.form().span(),
                  extension.form().absolute(extension.name())));
        }
      }
    }
    return targets;
  }
}
