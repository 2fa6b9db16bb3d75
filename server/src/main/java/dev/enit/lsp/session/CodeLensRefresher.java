package dev.enit.lsp.session;

import dev.enit.core.ide.lens.Lenses;
import dev.enit.core.ide.lens.Lenses.Lens;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code lenses that the client shows, and the request to refresh them: a client asks again by
 * itself after an edit, but not after a node has changed.
 */
public final class CodeLensRefresher implements SessionListener {
  /** The titles of the lenses that the client was sent for each document. */
  private final RefreshTracker<Path, List<String>> tracker;

  CodeLensRefresher(SessionContext context) {
    RefreshRequester refresh =
        new RefreshRequester(context.connection(), "workspace/codeLens/refresh");
    this.tracker =
        new RefreshTracker<>(
            context,
            context.workers().views(),
            "the code lenses",
            context.client().refreshesCodeLenses(),
            (now, path, _, _) ->
                now.openFiles().contains(path) ? titles(Lenses.of(now, path, Instant.now())) : null,
            null,
            _ -> refresh.ask());
  }

  /**
   * Returns the lenses of a document for the client.
   *
   * @param workspace the snapshot of the request, which may be outdated by now
   */
  public List<Lens> in(Workspace workspace, Path path) {
    List<Lens> lenses = Lenses.of(workspace, path, Instant.now());
    tracker.sent(path, titles(lenses));
    return lenses;
  }

  @Override
  public void workspaceChanged(@Nullable Path edited) {
    tracker.changed(true);
  }

  @Override
  public void liveStateChanged(ReleaseKey release) {
    tracker.changed(true);
  }

  @Override
  public void heartbeat() {
    tracker.changed(true);
  }

  private static List<String> titles(List<Lens> lenses) {
    return lenses.stream().map(Lens::title).toList();
  }
}
