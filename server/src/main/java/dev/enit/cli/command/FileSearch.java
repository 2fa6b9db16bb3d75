package dev.enit.cli.command;

import dev.enit.core.host.FileAccess;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
import java.util.regex.Pattern;

/**
 * A search of a directory for specifications and configuration files. It follows links, but no
 * cycle of them, and skips directories of build tools.
 */
public final class FileSearch extends SimpleFileVisitor<Path> {
  /** Folders of build tools and package managers. */
  private static final Set<String> TOOL_FOLDERS =
      Set.of("_build", "_checkouts", "node_modules", "target");

  /** Files of other programs that have the ending of ours. */
  private static final Set<String> FOREIGN =
      Set.of(
          "cover.config",
          "ct.config",
          "elvis.config",
          "erlang_ls.config",
          "erlfmt.config",
          "rebar.config",
          "relx.config",
          "sys.config");

  /** How configuration begins that is not made of Erlang terms: XML, a script, key = value. */
  private static final Pattern FOREIGN_START =
      Pattern.compile("\\uFEFF?\\s*(<[^<]|#|;|[\\w.-]+\\s*=)");

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
  public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
    if (path.equals(start)) {
      throw e;
    }
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

  /**
   * Whether a file is another program's, by its name or by how it begins. Asked of files that
   * belong to no release and were not named.
   */
  public static boolean isForeign(Path file, Workspace workspace) {
    return FOREIGN.contains(file.getFileName().toString())
        || workspace
            .file(file)
            .filter(source -> FOREIGN_START.matcher(source.text()).lookingAt())
            .isPresent();
  }

  /**
   * The files below a folder that are a release's, or at least not those of another program.
   *
   * @throws UserError where the folder cannot be read
   */
  public static List<Path> ours(Path folder, Workspace workspace, CommandContext context) {
    try {
      return below(folder).stream()
          .filter(f -> workspace.releaseOf(f).isPresent() || !isForeign(f, workspace))
          .toList();
    } catch (AccessDeniedException e) {
      Path closed = Path.of(e.getFile());
      throw UserError.of(
          "cli.obstacle.unreadable", context.shown(closed), FileAccess.denied(closed));
    } catch (IOException e) {
      throw UserError.of(
          "cli.obstacle.unreadable", context.shown(folder), String.valueOf(e.getMessage()));
    }
  }
}
