package dev.enit.lsp.session;

import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files whose diagnostics change together: those of one release. */
public final class AffectedFiles {
  private AffectedFiles() {}

  /** Returns the other files of the release that a file belongs to. */
  public static Set<Path> neighbours(Workspace workspace, Path path) {
    Set<Path> files = new LinkedHashSet<>();
    workspace.releaseOf(path).ifPresent(release -> files.addAll(workspace.filesOf(release)));
    files.remove(path);
    return files;
  }

  /**
   * Returns the open documents and all files of their releases: an edit in one file of a release
   * can cause diagnostics in another.
   *
   * @param first the document that the user edits, which comes first in the result
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
