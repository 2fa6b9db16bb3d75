package dev.enit.core.workspace;

import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The releases that "all" selects, from the open files and the workspace folders. */
public final class KnownReleases {
  private static final Path RELEASES = Path.of("var/lib/enit");

  private KnownReleases() {}

  /**
   * The releases of open documents, those of the release directories in the folders, at any depth
   * that {@link ReleaseSearch} has looked at, and that around a folder which is a part of one.
   */
  public static Set<ReleaseKey> of(Workspace workspace, Collection<Path> folders) {
    Set<ReleaseKey> releases = openReleases(workspace);
    for (Path folder : folders) {
      for (Path directory : releaseDirectories(workspace, folder)) {
        Path any = directory.resolve("any").resolve(ReleaseKey.SPECIFICATION);
        workspace
            .releaseOf(any)
            .map(ReleaseKey::roots)
            .map((Roots roots) -> ReleaseFiles.releases(roots, workspace.sources()))
            .ifPresent(releases::addAll);
      }
      around(workspace, folder).ifPresent(releases::add);
    }
    return releases;
  }

  /** The release that a folder is the folder of, on its own side or the host's, or is in. */
  private static Optional<ReleaseKey> around(Workspace workspace, Path folder) {
    for (Path at = folder; at != null && at.getParent() != null; at = at.getParent()) {
      Path part = at;
      Optional<ReleaseKey> release =
          Stream.of(ReleaseKey.SPECIFICATION, "any.config")
              .flatMap(name -> workspace.releaseOf(part.resolve(name)).stream())
              .filter(key -> workspace.source(key.specification()).isPresent())
              .findFirst();
      if (release.isPresent()) {
        return release;
      }
    }
    return Optional.empty();
  }

  /**
   * As {@link #of}, and everything that stands in the directories of an open release: the files of
   * a host are edited without any folder.
   */
  public static Set<ReleaseKey> withNeighbours(Workspace workspace, Collection<Path> folders) {
    Set<ReleaseKey> releases = openReleases(workspace);
    Set<Roots> directories = new LinkedHashSet<>();
    releases.forEach(release -> directories.add(release.roots()));
    releases.addAll(of(workspace, folders));
    for (Roots roots : directories) {
      releases.addAll(ReleaseFiles.releases(roots, workspace.sources()));
    }
    return releases;
  }

  private static Set<ReleaseKey> openReleases(Workspace workspace) {
    Set<ReleaseKey> releases = new LinkedHashSet<>();
    workspace.openFiles().forEach(open -> workspace.releaseOf(open).ifPresent(releases::add));
    return releases;
  }

  private static Set<Path> releaseDirectories(Workspace workspace, Path folder) {
    Set<Path> directories = new LinkedHashSet<>();
    workspace
        .settings(folder)
        .releaseDir()
        .filter(directory -> directory.startsWith(folder))
        .ifPresent(directories::add);
    directories.add(folder.resolve(RELEASES));
    directories.add(folder);
    workspace.releaseDirectories().stream()
        .filter(directory -> directory.startsWith(folder))
        .sorted()
        .forEach(directories::add);
    return directories;
  }
}
