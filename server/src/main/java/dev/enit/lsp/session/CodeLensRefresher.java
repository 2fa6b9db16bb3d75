package dev.enit.lsp.session;

import dev.enit.core.ide.lens.Lenses;
import dev.enit.core.ide.lens.Lenses.Lens;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The code lenses that the client shows, and the request to refresh them: a client asks again by
 * itself after an edit, but not after a node has changed.
 */
public final class CodeLensRefresher {
  private final Session session;
  private final RefreshRequester refresh;
  private final LatestOnly<Boolean> lane;
  private final Map<Path, List<String>> shown = new ConcurrentHashMap<>();

  CodeLensRefresher(Session session) {
    this.session = session;
    this.refresh = new RefreshRequester(session.connection(), "workspace/codeLens/refresh");
    this.lane = new LatestOnly<>(session.workers().views(), this::compare);
  }

  /**
   * Returns the lenses of a document for the client.
   *
   * @param workspace the snapshot of the request, which may be outdated by now
   */
  public List<Lens> in(Workspace workspace, Path path) {
    List<Lens> lenses = Lenses.of(workspace, path, Instant.now());
    shown.put(path, titles(lenses));
    changed();
    return lenses;
  }

  /** Compares the lenses again: the workspace has changed, or time has passed. */
  void changed() {
    if (!shown.isEmpty() && session.client().refreshesCodeLenses()) {
      lane.submit(true);
    }
  }

  private void compare(boolean ignored) {
    try {
      Workspace now = session.host().snapshot();
      shown.keySet().retainAll(now.openFiles());
      boolean isStale = false;
      for (Map.Entry<Path, List<String>> each : List.copyOf(shown.entrySet())) {
        List<String> titles = titles(Lenses.of(now, each.getKey(), Instant.now()));
        // Told once: the client asks again, or ignores it.
        isStale |=
            !titles.equals(each.getValue())
                && shown.replace(each.getKey(), each.getValue(), titles);
      }
      if (isStale) {
        refresh.ask();
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the code lenses", e);
    }
  }

  private static List<String> titles(List<Lens> lenses) {
    return lenses.stream().map(Lens::title).toList();
  }
}
