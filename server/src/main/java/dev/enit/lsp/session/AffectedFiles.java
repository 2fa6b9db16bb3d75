package dev.enit.lsp.session;

import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which files change their diagnostics together. */
public final class AffectedFiles {
  private AffectedFiles() {}

  /** The other files of the release that a file belongs to. */
  public static Set<Path> neighbours(Workspace workspace, Path path) {
    Set<Path> files = new LinkedHashSet<>();
    workspace.releaseOf(path).ifPresent(release -> files.addAll(workspace.filesOf(release)));
    files.remove(path);
    return files;
  }

  /**
   * The open documents and all files of their releases: a release is one thing, and an edit in one
   * of its files makes mistakes in another.
   *
   * @param first where a person is looking now, to be served first
   */
  static Set<Path> open(Workspace workspace, @Nullable Path first) {
    Set<Path> files = new LinkedHashSet<>();
    if (first != null && workspace.openFiles().contains(first)) {
      files.add(first);
    }
    files.addAll(workspace.openFiles());
    for (Path open : workspace.openFiles()) {
      workspace.releaseOf(open).ifPresent(release -> files.addAll(workspace.filesOf(release)));
    }
    return files;
  }
}
