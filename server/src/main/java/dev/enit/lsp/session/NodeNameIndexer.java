package dev.enit.lsp.session;

import dev.enit.core.release.Roots;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The indexer of the node names of all releases, not only the open ones, so that two releases with
 * one node name are reported. It reads every file of a host, so it runs in the background, once,
 * and again when files have changed on the disk.
 */
public final class NodeNameIndexer implements SessionListener {
  private final SessionContext context;
  private final LatestOnly<Boolean> lane;

  /** Accessed only by tasks of {@link #lane}. */
  private final Set<Roots> known = new HashSet<>();

  private volatile boolean stale;

  NodeNameIndexer(SessionContext context) {
    this.context = context;
    this.lane = context.latestOnly(context.workers().disk(), "the node names", _ -> index());
  }

  /** Indexes the host of an opened document if it is not known yet. */
  public void opened() {
    lane.submit(true);
  }

  @Override
  public void filesChanged(Collection<Path> paths) {
    // The names of open documents are known without the disk.
    if (!context.host().snapshot().openFiles().containsAll(paths)) {
      settingsChanged();
    }
  }

  @Override
  public void settingsChanged() {
    stale = true;
    lane.submit(true);
  }

  private void index() {
    if (stale) {
      stale = false;
      known.clear();
    }
    Workspace workspace = context.host().snapshot();
    boolean learned = false;
    for (Path path : workspace.openFiles()) {
      Optional<Roots> roots = workspace.releaseOf(path).map(key -> key.roots());
      if (roots.isPresent() && known.add(roots.get())) {
        context.host().learnNodeNames(workspace, roots.get());
        learned = true;
      }
    }
    if (learned) {
      context.events().workspaceChanged(null);
    }
  }
}
