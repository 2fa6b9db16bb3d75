package dev.enit.core.ide.navigation;

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
import java.nio.file.Path;
import java.util.Optional;

/**
 * The declarations of a name: a key by the {@code .app} file of its application, which gives it its
 * default; an application by the list that brings it into the release.
 */
public final class Declarations {
  private Declarations() {}

  /** The declaration of what stands at an offset; nothing where it has none. */
  public static Optional<NavigationLink> at(Workspace workspace, Path path, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    return FileScope.of(workspace, path)
        .flatMap(scope -> target(new AppTargets(scope), place))
        .map(target -> new NavigationLink(place.span(), java.util.List.of(target)));
  }

  private static Optional<NavigationTarget> target(AppTargets apps, CursorPlace place) {
    return switch (place) {
      case OfSetting setting -> apps.defaultOf(setting.application(), setting.key());
      case ApplicationName app -> apps.listed(app.name());
      case SectionName section -> apps.listed(section.application());
      case ExtensionName _, ReleaseName _, PropertyName _, PropertyValue _, Slot _, Nothing _ ->
          Optional.empty();
    };
  }
}
