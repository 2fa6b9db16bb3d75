package dev.enit.lsp.session;

import dev.enit.core.release.Roots;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The indexer of the node names of all releases, not only the open ones, so that two releases with
 * one node name are reported. It reads every file of a host, so it runs in the background, once,
 * and again when files have changed on the disk.
 */
public final class NodeNameIndexer {
  private final Session session;
  private final LatestOnly<Boolean> lane;

  /** Accessed only by tasks of {@link #lane}. */
  private final Set<Roots> known = new HashSet<>();

  private volatile boolean stale;

  NodeNameIndexer(Session session) {
    this.session = session;
    this.lane = new LatestOnly<>(session.workers().disk(), this::index);
  }

  /** Indexes the host of an opened document if it is not known yet. */
  public void opened() {
    lane.submit(true);
  }

  /** Indexes again: files have changed on the disk. */
  public void filesChanged() {
    stale = true;
    lane.submit(true);
  }

  private void index(boolean ignored) {
    try {
      learn();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the node names", e);
    }
  }

  private void learn() {
    if (stale) {
      stale = false;
      known.clear();
    }
    Workspace workspace = session.host().snapshot();
    boolean learned = false;
    for (Path path : workspace.openFiles()) {
      Optional<Roots> roots = workspace.releaseOf(path).map(key -> key.roots());
      if (roots.isPresent() && known.add(roots.get())) {
        session.host().learnNodeNames(workspace, roots.get());
        learned = true;
      }
    }
    if (learned) {
      session.changed(null);
    }
  }
}
