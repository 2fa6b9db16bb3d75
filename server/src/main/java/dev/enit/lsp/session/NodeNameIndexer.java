package dev.enit.lsp.session;

import dev.enit.core.release.Roots;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the node names of all releases beside those that are open, so that two with one name are
 * noticed. That reads every file of a host, so it happens aside, once, and again when files changed
 * on the disk.
 */
public final class NodeNameIndexer {
  private final Session session;
  private final LatestOnly<Boolean> lane;

  /** Only the thread of the lane touches it. */
  private final Set<Roots> known = new HashSet<>();

  private volatile boolean afresh;

  NodeNameIndexer(Session session) {
    this.session = session;
    this.lane = new LatestOnly<>(session.workers().disk(), this::fenced);
  }

  /** A document was opened: its release may be of a host that is not known yet. */
  public void opened() {
    lane.submit(true);
  }

  /** Files changed on the disk: what is known is old. */
  public void filesChanged() {
    afresh = true;
    lane.submit(true);
  }

  private void fenced(boolean ignored) {
    try {
      learn();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the names of nodes", e);
    }
  }

  private void learn() {
    if (afresh) {
      afresh = false;
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
