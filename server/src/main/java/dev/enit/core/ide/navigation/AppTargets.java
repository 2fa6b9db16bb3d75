package dev.enit.core.ide.navigation;

import dev.enit.core.ide.FileScope;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.InstalledApp;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The navigation targets of the applications of a file's release: their own files, and the lists
 * that name them.
 */
record AppTargets(FileScope scope) {

  /** The {@code .app} file that the code path takes, also where it cannot be understood. */
  Optional<NavigationTarget> installed(String application) {
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
  Optional<NavigationTarget> defaultOf(String application, String key) {
    return scope
        .otp()
        .appFile(application)
        .map(AppFile::path)
        .flatMap(path -> AppText.of(scope.workspace(), path))
        .flatMap(text -> text.key(key));
  }

  /** Where the release lists an application, or the one that brings it in. */
  Optional<NavigationTarget> listed(String application) {
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
