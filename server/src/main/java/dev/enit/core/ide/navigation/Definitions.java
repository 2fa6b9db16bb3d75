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
import dev.enit.core.ide.navigation.NavigationTarget.Link;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The definitions of a name: of a key the setting that is in force and then those that it
 * overrides, of an application its {@code .app} file, of an extension all that it consists of. And
 * its declaration: of a key the default in the {@code .app} file of its application, of an
 * application the list that brings it into the release.
 */
public final class Definitions {
  private final FileScope scope;

  private Definitions(FileScope scope) {
    this.scope = scope;
  }

  /** Returns the definition of what stands at an offset; nothing where it has none. */
  public static Optional<Link> at(Workspace workspace, Path path, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    return FileScope.of(workspace, path)
        .map(scope -> new Definitions(scope).targets(place))
        .filter(targets -> !targets.isEmpty())
        .map(targets -> new Link(place.span(), targets));
  }

  /** Returns the declaration of what stands at an offset; nothing where it has none. */
  public static Optional<Link> declarationAt(Workspace workspace, Path path, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    return FileScope.of(workspace, path)
        .flatMap(scope -> new Definitions(scope).declaration(place))
        .map(target -> new Link(place.span(), List.of(target)));
  }

  private Optional<NavigationTarget> declaration(CursorPlace place) {
    return switch (place) {
      case OfSetting setting -> defaultOf(setting.application(), setting.key());
      case ApplicationName app -> listed(app.name());
      case SectionName section -> listed(section.application());
      case ExtensionName _, ReleaseName _, PropertyName _, PropertyValue _, Slot _, Nothing _ ->
          Optional.empty();
    };
  }

  private List<NavigationTarget> targets(CursorPlace place) {
    return switch (place) {
      case OfSetting setting -> ofSetting(setting);
      case ApplicationName app -> installed(app.name()).stream().toList();
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
    return defaultOf(place.application(), place.key()).map(List::of).orElse(targets);
  }

  private boolean isHere(Setting setting, OfSetting place) {
    return setting.layer().path().equals(scope.path()) && setting.keySpan().equals(place.keySpan());
  }

  private List<NavigationTarget> ofSection(String application) {
    return installed(application).or(() -> listed(application)).stream().toList();
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

  /** The {@code .app} file that the code path takes, also where it cannot be understood. */
  private Optional<NavigationTarget> installed(String application) {
    return scope
        .otp()
        .find(application)
        .map(InstalledApp::appFile)
        .map(
            path ->
                AppText.of(scope.workspace(), path)
                    .map(AppText::name)
                    .orElseGet(() -> NavigationTarget.startOf(path)));
  }

  /** The value that the application's own file gives a key. */
  private Optional<NavigationTarget> defaultOf(String application, String key) {
    return scope
        .otp()
        .appFile(application)
        .map(AppFile::path)
        .flatMap(path -> AppText.of(scope.workspace(), path))
        .flatMap(text -> text.key(key));
  }

  /** Where the release lists an application, or the one that brings it in. */
  private Optional<NavigationTarget> listed(String application) {
    return scope
        .release()
        .flatMap(release -> listed(release, application))
        .map(NavigationTarget::of);
  }

  private static Optional<Place> listed(Release release, String application) {
    Map<String, Place> listed = new LinkedHashMap<>();
    for (AppReference app : release.applications()) {
      listed.put(app.name(), app.place());
    }
    List<AppGraph.Edge> way =
        AppGraph.of(listed.keySet(), release.otp()::appFile).wayTo(application);
    return Optional.ofNullable(listed.get(way.isEmpty() ? application : way.getFirst().from()));
  }
}
