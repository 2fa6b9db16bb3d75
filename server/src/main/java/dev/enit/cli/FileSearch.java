package dev.enit.cli;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Searches a folder for specifications and configuration files. Follows links, but no cycle of
 * them; passes over what tools put beside the files of a person.
 */
public final class FileSearch extends SimpleFileVisitor<Path> {
  /** Folders of build tools and package managers. */
  private static final Set<String> TOOL_FOLDERS =
      Set.of("_build", "_checkouts", "node_modules", "target");

  /** Files of other programs that have the ending of ours. */
  private static final Set<String> FOREIGN =
      Set.of(
          SettingsFile.NAME,
          "elvis.config",
          "erlang_ls.config",
          "rebar.config",
          "relx.config",
          "sys.config");

  private final Path start;
  private final List<Path> found = new ArrayList<>();

  private FileSearch(Path start) {
    this.start = start;
  }

  /** The files below a folder, sorted by path. */
  static List<Path> below(Path folder) throws IOException {
    FileSearch search = new FileSearch(folder);
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, search);
    Collections.sort(search.found);
    return search.found;
  }

  /**
   * As {@link #below(Path)}.
   *
   * @throws StatedError where the folder cannot be read
   */
  public static List<Path> below(Path folder, Shell shell) {
    try {
      return below(folder);
    } catch (IOException e) {
      throw StatedError.of(
          "cli.error.unreadable", shell.shown(folder), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.equals(start) || !isPassedOver(folder)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isOurs(file)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException e) {
    // A cycle of links, or a folder that is closed to us; the release that it belongs to says so.
    if (isOurs(path)) {
      found.add(path);
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isPassedOver(Path folder) {
    String name = folder.getFileName().toString();
    // A release may have any name.
    boolean isRelease = Files.exists(folder.resolve(ReleaseKey.SPECIFICATION));
    return name.startsWith(".") || (TOOL_FOLDERS.contains(name) && !isRelease);
  }

  /** Whether a file has one of the two types; a foreign name counts inside of a release. */
  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return name.equals(ReleaseKey.SPECIFICATION)
        || (name.endsWith(".config") && !name.startsWith("."));
  }

  /** Whether a file that belongs to no release has a name that another program gives its files. */
  public static boolean isForeign(Path file) {
    return FOREIGN.contains(file.getFileName().toString());
  }
}
