package dev.enit.core.workspace;

import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directories whose releases an editor may start, change or connect to: the folders of its
 * workspace, and the release and configuration directories that options, the environment, the
 * settings file of the host or that of such a folder name. The user vouches for these; any other
 * file may come from anyone, and says what runs and which node gets which cookie.
 *
 * @param folders of the workspace, all of them trusted
 */
public record TrustedDirectories(List<Path> folders) {
  /** No settings file but one of the superuser governs this directory. */
  private static final Path TOP = Path.of("/");

  public TrustedDirectories {
    folders = List.copyOf(folders);
  }

  /**
   * Returns the directory or settings file that decides what a release does and is not trusted, or
   * empty if all of them are. A configuration directory that does not exist decides nothing.
   */
  public Optional<Path> outside(Workspace workspace, ReleaseKey key) {
    Set<Path> configured = configured(workspace, key);
    for (Path directory : directories(key)) {
      if (isConfigured(directory, configured)) {
        continue;
      }
      if (!isBelowFolder(directory)) {
        return Optional.of(directory);
      }
      Optional<Path> settings =
          workspace.settingsFile(directory).filter(file -> !isBelowFolder(file));
      if (settings.isPresent()) {
        return settings;
      }
    }
    return Optional.empty();
  }

  private static List<Path> directories(ReleaseKey key) {
    return Stream.concat(Stream.of(key.folder()), key.configFolder().filter(Files::exists).stream())
        .toList();
  }

  /** The release and configuration directories that count as named by the user. */
  private Set<Path> configured(Workspace workspace, ReleaseKey key) {
    Set<Path> configured = new HashSet<>();
    add(ReleaseFiles.roots(workspace.settings(TOP)), configured);
    Stream.concat(folders.stream(), directories(key).stream())
        .filter(
            directory -> workspace.settingsFile(directory).filter(this::isBelowFolder).isPresent())
        .forEach(directory -> add(ReleaseFiles.roots(workspace.settings(directory)), configured));
    return configured;
  }

  private static void add(Roots roots, Set<Path> configured) {
    configured.add(roots.releaseDir());
    roots.configDir().ifPresent(configured::add);
  }

  private static boolean isConfigured(Path directory, Set<Path> configured) {
    Path parent = directory.getParent();
    return parent != null
        && (configured.contains(parent)
            || configured.stream().anyMatch(each -> real(each).equals(real(parent))));
  }

  /** Editors disagree on whether links are followed in the paths that they give. */
  private boolean isBelowFolder(Path path) {
    return folders.stream().anyMatch(path::startsWith)
        || folders.stream().anyMatch(folder -> real(path).startsWith(real(folder)));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
