package dev.enit.lsp.session;

import dev.enit.core.ide.lens.Lens;
import dev.enit.core.ide.lens.Lenses;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the client shows above the lines of its documents, and when it has to ask for it again: it
 * does so by itself where it has edited, and not where a node has changed.
 */
public final class CodeLensRefresher {
  private final Session session;
  private final RefreshRequester refresh;
  private final LatestOnly<Boolean> lane;
  private final Map<Path, List<String>> shown = new ConcurrentHashMap<>();

  CodeLensRefresher(Session session) {
    this.session = session;
    this.refresh = new RefreshRequester(session.connection(), "workspace/codeLens/refresh");
    this.lane = new LatestOnly<>(session.workers().views(), this::fenced);
  }

  /**
   * The lenses of a document for the client that asks.
   *
   * @param workspace the world when it asked, which may have changed meanwhile
   */
  public List<Lens> in(Workspace workspace, Path path) {
    List<Lens> lenses = Lenses.of(workspace, path, Instant.now());
    shown.put(path, titles(lenses));
    changed();
    return lenses;
  }

  /** The world has changed, or time has gone by. */
  void changed() {
    if (!shown.isEmpty() && session.client().refreshesCodeLenses()) {
      lane.submit(true);
    }
  }

  private void fenced(boolean ignored) {
    try {
      Workspace now = session.host().snapshot();
      shown.keySet().retainAll(now.openFiles());
      boolean isStale = false;
      for (Map.Entry<Path, List<String>> each : List.copyOf(shown.entrySet())) {
        List<String> titles = titles(Lenses.of(now, each.getKey(), Instant.now()));
        // Told once: the client asks, or does not want to know.
        isStale |=
            !titles.equals(each.getValue())
                && shown.replace(each.getKey(), each.getValue(), titles);
      }
      if (isStale) {
        refresh.ask();
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the lenses", e);
    }
  }

  private static List<String> titles(List<Lens> lenses) {
    return lenses.stream().map(Lens::title).toList();
  }
}
