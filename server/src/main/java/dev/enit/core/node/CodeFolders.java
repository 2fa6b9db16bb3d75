package dev.enit.core.node;

import dev.enit.core.host.FileAccess;
import dev.enit.core.release.LoadedApplications;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;

/**
 * The folders that the emulator of a release reads code from. An emulator passes over a folder that
 * its user may not read, and then lacks the applications in it.
 */
record CodeFolders(List<Path> folders) {

  /** Collects them, and what is needed to say that one is closed: later nothing may be readable. */
  static CodeFolders of(Release release) {
    SequencedSet<Path> folders = new LinkedHashSet<>();
    folders.add(ErlangSide.folder());
    for (String name : LoadedApplications.of(release)) {
      release.otp().find(name).map(app -> app.appFile().getParent()).ifPresent(folders::add);
    }
    List<Path> libraries = new ArrayList<>();
    for (Path searched : release.otp().searched()) {
      if (folders.stream().anyMatch(folder -> folder.startsWith(searched))) {
        libraries.add(searched);
      }
    }
    libraries.addAll(folders);
    Objects.requireNonNull(Messages.optional("launch.closed"));
    return new CodeFolders(libraries.stream().map(Path::toAbsolutePath).toList());
  }

  /**
   * Makes sure that this process can read all of them.
   *
   * @param user that it is
   * @throws LaunchRefused where it cannot
   */
  void refuseClosed(String release, String user) throws LaunchRefused {
    for (Path folder : folders) {
      Path closed = FileAccess.closed(folder);
      if (!closed.equals(folder) || !Files.isReadable(folder) || !Files.isExecutable(folder)) {
        throw LaunchRefused.of("closed", release, user, folder, closed);
      }
    }
  }
}
