package dev.enit.core.node;

import dev.enit.core.host.FileAccess;
import dev.enit.core.posix.NameService.UserEntry;
import dev.enit.core.release.LoadedApplications;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;

/**
 * The folders that the emulator of a release reads code from. An emulator passes over a folder that
 * its user may not read, and then lacks the applications in it.
 */
record CodeFolders(List<Path> folders) {
  private static final int READ = 4;
  private static final int SEARCH = 1;

  /** Where the permissions of the owner and of the group begin in a mode. */
  private static final int OWNER = 6;

  private static final int GROUP = 3;

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
   * Makes sure, as far as root can tell, that another user can read all of them. Entries of an
   * access control list may open a folder; their mask stands in the permissions of its group, so a
   * folder without these is closed.
   *
   * @throws LaunchRefused if the user certainly cannot
   */
  void refuseClosedTo(UserEntry user, String release) throws LaunchRefused {
    for (Path folder : folders) {
      for (Path way = folder; way != null; way = way.getParent()) {
        if (isClosedTo(user, way, way.equals(folder) ? READ | SEARCH : SEARCH)) {
          throw LaunchRefused.of("closed", release, user.name(), folder, way);
        }
      }
    }
  }

  /** Returns whether no entry of a folder gives a user all of these permissions. */
  private static boolean isClosedTo(UserEntry user, Path folder, int wanted) {
    try {
      Map<String, Object> facts = Files.readAttributes(folder, "unix:uid,mode");
      int mode = (Integer) facts.getOrDefault("mode", ~0);
      if (user.isRoot()) {
        return false;
      }
      if (facts.getOrDefault("uid", -1).equals(user.uid())) {
        return (mode >> OWNER & wanted) != wanted;
      }
      return (mode & wanted) != wanted && (mode >> GROUP & wanted) != wanted;
    } catch (IOException e) {
      return false;
    }
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
