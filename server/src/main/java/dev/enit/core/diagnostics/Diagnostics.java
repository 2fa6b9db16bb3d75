package dev.enit.core.diagnostics;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.Workspace.Memo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The diagnostics of a snapshot. Those of a release are computed once and cached with the snapshot;
 * maps have no entry for files without a diagnostic.
 */
public final class Diagnostics {
  private static final Memo<Map<Path, List<Diagnostic>>> OF_FILES = Memo.ofSnapshot();
  private static final Memo<Map<Path, List<Diagnostic>>> OF_NODE = Memo.ofNode();

  private Diagnostics() {}

  /**
   * Returns the diagnostics of a file in the order of its text, and then those of its running node.
   */
  public static List<Diagnostic> of(Workspace workspace, Path path) {
    Optional<ReleaseKey> release = workspace.releaseOf(path);
    if (release.isEmpty()) {
      return CheckRunner.ofFile(workspace, path);
    }
    List<Diagnostic> ofFiles = of(workspace, release.get()).getOrDefault(path, List.of());
    List<Diagnostic> ofNode = ofNode(workspace, release.get()).getOrDefault(path, List.of());
    return ofNode.isEmpty() ? ofFiles : Stream.concat(ofFiles.stream(), ofNode.stream()).toList();
  }

  /** Returns the diagnostics in the files of a release, by file. */
  public static Map<Path, List<Diagnostic>> of(Workspace workspace, ReleaseKey key) {
    return workspace.remembered(
        OF_FILES,
        key,
        k ->
            isSyntaxOnly(workspace, k)
                ? CheckRunner.ofSyntax(workspace, k)
                : CheckRunner.ofRelease(workspace, workspace.release(k)));
  }

  /** Returns the diagnostics of the running node of a release, by file. */
  public static Map<Path, List<Diagnostic>> ofNode(Workspace workspace, ReleaseKey key) {
    return workspace.remembered(
        OF_NODE,
        key,
        k ->
            isSyntaxOnly(workspace, k)
                ? Map.of()
                : workspace.diff(k).map(CheckRunner::ofRunning).orElse(Map.of()));
  }

  /** Returns whether a document of a release is too long to be checked for more than its syntax. */
  private static boolean isSyntaxOnly(Workspace workspace, ReleaseKey key) {
    return workspace.openDocuments().stream()
        .anyMatch(
            file ->
                file.isSyntaxOnly() && workspace.releaseOf(file.path()).equals(Optional.of(key)));
  }
}
