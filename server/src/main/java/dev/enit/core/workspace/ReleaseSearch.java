package dev.enit.core.workspace;

import dev.enit.core.release.ReleaseKey;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The search for release directories below a folder of the workspace, breadth first: a repository
 * has the trees of several hosts, at any depth. It follows no symbolic link, so that it ends and
 * finds no directory twice, and leaves out what tools make. Reads the disk: not for the path of a
 * keystroke.
 */
public final class ReleaseSearch {
  /** Folders that hold what a tool has fetched or built, never a release that someone edits. */
  static final Set<String> IGNORED =
      Set.of(
          "node_modules",
          "_build",
          "_checkouts",
          "deps",
          "target",
          "build",
          "dist",
          "venv",
          "__pycache__");

  private static final Path USUAL = Path.of("var/lib/enit");

  private final Limits limits;
  private final IntConsumer step;
  private final Set<Path> found = new LinkedHashSet<>();
  private final Deque<Folder> next = new ArrayDeque<>();
  private int visited;

  /**
   * Where the search ends.
   *
   * @param depth of a release below the folder
   * @param folders how many are looked into
   */
  public record Limits(int depth, int folders) {
    public static final Limits DEFAULT = new Limits(12, 50_000);
  }

  private record Folder(Path path, int depth) {}

  /**
   * What was found.
   *
   * @param directories those that have a release in a folder of theirs
   * @param isComplete false where {@link Limits#folders} ended the search
   */
  public record Result(Set<Path> directories, boolean isComplete) {
    public Result {
      directories = Set.copyOf(directories);
    }
  }

  private ReleaseSearch(Limits limits, IntConsumer step) {
    this.limits = limits;
    this.step = step;
  }

  /**
   * The release directories below a folder, itself included.
   *
   * @param step called before each folder with the number of those before it; may throw to end it
   */
  public static Result in(Path folder, Limits limits, IntConsumer step) {
    ReleaseSearch search = new ReleaseSearch(limits, step);
    search.next.add(new Folder(folder, 0));
    return search.run();
  }

  private Result run() {
    while (!next.isEmpty() && visited < limits.folders()) {
      step.accept(visited);
      visited++;
      visit(next.remove());
    }
    return new Result(found, next.isEmpty());
  }

  private void visit(Folder folder) {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path())) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !isIgnored(entry)) {
          inside.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      // Of a folder that cannot be listed nothing is known.
    }
    inside.removeIf(entry -> isRelease(folder.path(), entry));
    // The usual directory has releases in it and nothing else: thousands, perhaps.
    if (folder.depth() < limits.depth() && !folder.path().endsWith(USUAL)) {
      Collections.sort(inside);
      inside.forEach(entry -> next.add(new Folder(entry, folder.depth() + 1)));
    }
  }

  private boolean isRelease(Path folder, Path entry) {
    boolean isKnown = found.contains(folder) && folder.endsWith(USUAL);
    if (isKnown || Files.isRegularFile(entry.resolve(ReleaseKey.SPECIFICATION))) {
      found.add(folder);
      return true;
    }
    return false;
  }

  /** Returns whether a folder is passed over, hidden ones among them. */
  static boolean isIgnored(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(".") || IGNORED.contains(name);
  }

  /**
   * Returns whether a path below a folder of the workspace is where a search of that folder looks.
   */
  public static boolean reaches(Path folder, Path path) {
    if (!path.startsWith(folder)) {
      return false;
    }
    for (Path name : folder.relativize(path)) {
      if (isIgnored(name)) {
        return false;
      }
    }
    return true;
  }
}
