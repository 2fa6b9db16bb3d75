package dev.enit.lsp.session;

import dev.enit.core.ide.hint.InlayHints;
import dev.enit.core.ide.hint.InlayHints.InlayHint;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The inlay hints that the client shows, and the request to refresh them: a client asks again by
 * itself for a document that was edited, but not for the other documents of its release.
 */
public final class InlayHintRefresher implements SessionListener {
  private final SessionContext context;
  private final Configuration configuration;
  private final RefreshRequester refresh;
  private final LatestOnly<Boolean> lane;
  private final AtomicReference<Change> pending = new AtomicReference<>(Change.NOTHING);

  /** What the client was sent for each document; accessed only by tasks of {@link #lane}. */
  private final Map<Path, Shown> shown = new HashMap<>();

  /** The snapshot of the client's first request, until it has been compared. */
  private volatile @Nullable Workspace first;

  private volatile boolean asked;

  /**
   * The hints of a document.
   *
   * @param workspace the snapshot of the client's request, or the one that it could have been sent
   * @param labels the labels, or {@code null} until they are needed
   */
  private record Shown(Workspace workspace, @Nullable List<String> labels) {}

  /**
   * The changes since the last comparison.
   *
   * @param edited the edited documents
   * @param last the document that was edited last, if nothing else has changed since: the client
   *     asks for its hints by itself
   * @param more whether something other than open documents has changed
   * @param now the snapshot directly after these changes
   */
  private record Change(
      Set<Path> edited, Optional<Path> last, boolean more, @Nullable Workspace now) {
    static final Change NOTHING = new Change(Set.of(), Optional.empty(), false, null);

    Change and(@Nullable Path path, Workspace later) {
      Set<Path> all = new HashSet<>(edited);
      if (path != null) {
        all.add(path);
      }
      return new Change(all, Optional.ofNullable(path), more || path == null, later);
    }

    /** Returns whether the change may affect the files of a release. */
    boolean reaches(Workspace workspace, Optional<ReleaseKey> release) {
      return more || edited.stream().anyMatch(path -> workspace.releaseOf(path).equals(release));
    }
  }

  InlayHintRefresher(SessionContext context, Configuration configuration) {
    this.context = context;
    this.configuration = configuration;
    this.refresh = new RefreshRequester(context.connection(), "workspace/inlayHint/refresh");
    this.lane = context.latestOnly(context.workers().views(), "the inlay hints", _ -> compare());
  }

  /** Returns the kinds that are switched on. */
  public Set<InlayHint.Kind> kinds() {
    Set<InlayHint.Kind> kinds = EnumSet.noneOf(InlayHint.Kind.class);
    for (InlayHint.Kind kind : InlayHint.Kind.values()) {
      if (configuration.present().isOn(setting(kind))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static ClientSetting setting(InlayHint.Kind kind) {
    return switch (kind) {
      case VERSION -> ClientSetting.HINT_VERSIONS;
      case OVERRIDDEN -> ClientSetting.HINT_OVERRIDDEN;
      case UNIT -> ClientSetting.HINT_UNITS;
    };
  }

  /**
   * Records that the client shows hints; from now on it is told when they change.
   *
   * @param workspace the snapshot of the request
   */
  public void asked(Workspace workspace) {
    if (!asked) {
      first = workspace;
      asked = true;
      workspaceChanged(null);
    }
  }

  /**
   * Compares the hints again after a change of the workspace; {@code edited} is the changed
   * document, or {@code null} for another change.
   */
  @Override
  public void workspaceChanged(@Nullable Path edited) {
    if (asked && context.client().refreshesInlayHints()) {
      pending.updateAndGet(change -> change.and(edited, context.host().snapshot()));
      lane.submit(true);
    }
  }

  /** Refreshes the hints: other kinds are switched on. */
  @Override
  public void switchesChanged() {
    if (asked && context.client().refreshesInlayHints()) {
      refresh.ask();
    }
  }

  private void compare() {
    Change change = pending.getAndSet(Change.NOTHING);
    Workspace before = first;
    if (before != null) {
      first = null;
      before.openFiles().forEach(path -> shown.put(path, new Shown(before, null)));
    }
    if (change.now() != null) {
      compare(change.now(), change);
    }
  }

  /**
   * Compares the hints. Those of the edited document are not computed, since the client asks for
   * them anyway, nor those of other releases, which an edit does not affect.
   */
  private void compare(Workspace now, Change change) {
    boolean stale = false;
    shown.keySet().retainAll(now.openFiles());
    for (Path path : now.openFiles()) {
      Shown before = shown.get(path);
      if (before == null || change.last().equals(Optional.of(path))) {
        shown.put(path, new Shown(now, null));
      } else if (!change.reaches(now, now.releaseOf(path))) {
        shown.put(path, new Shown(now, before.labels()));
      } else {
        List<String> labels = labels(now, path);
        List<String> known = before.labels();
        stale |= !labels.equals(known == null ? labels(before.workspace(), path) : known);
        shown.put(path, new Shown(now, labels));
      }
    }
    if (stale) {
      refresh.ask();
    }
  }

  private List<String> labels(Workspace workspace, Path path) {
    Optional<SourceFile> file = workspace.file(path);
    if (file.isEmpty() || file.get().isSyntaxOnly()) {
      return List.of();
    }
    int length = file.get().text().length();
    return InlayHints.in(workspace, path, new Span(0, length), kinds()).stream()
        .map(hint -> hint.offset() + " " + hint.label())
        .toList();
  }
}
