package dev.enit.lsp.session;

import dev.enit.core.ide.hint.InlayHint;
import dev.enit.core.ide.hint.InlayHints;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which inlay hints the client wants, and when it has to ask for them again: it does so by itself
 * for a document that was edited, and not for the others of its release.
 */
public final class Hints {
  private final Session session;
  private final Refresh refresh;
  private final Latest<Optional<Path>> lane;

  /** The labels of every open document; only the thread of the lane touches it. */
  private Map<Path, List<String>> shown = Map.of();

  /** The world in which the client asked for the first time, until it was compared. */
  private volatile @Nullable Workspace first;

  private volatile boolean asked;

  Hints(Session session) {
    this.session = session;
    this.refresh = new Refresh(session.connection(), "workspace/inlayHint/refresh");
    this.lane = new Latest<>(session.workers().findings(), this::fenced);
  }

  /** The kinds that are not switched off. */
  public Set<InlayHint.Kind> kinds() {
    Set<InlayHint.Kind> kinds = EnumSet.noneOf(InlayHint.Kind.class);
    for (InlayHint.Kind kind : InlayHint.Kind.values()) {
      if (session.configuration().present().isOn(setting(kind))) {
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
   * The client shows hints; from now on it is told when they change.
   *
   * @param workspace the world as it sees it
   */
  public void asked(Workspace workspace) {
    if (!asked) {
      first = workspace;
      asked = true;
      changed(null);
    }
  }

  /** The world has changed; {@code edited} is the document in which, if it was one. */
  void changed(@Nullable Path edited) {
    if (asked && session.client().refreshesInlayHints()) {
      lane.submit(Optional.ofNullable(edited));
    }
  }

  /** Another choice of kinds. */
  void switched() {
    if (asked && session.client().refreshesInlayHints()) {
      refresh.ask();
    }
  }

  private void fenced(Optional<Path> edited) {
    try {
      Workspace before = first;
      if (before != null) {
        first = null;
        shown = labels(before);
      }
      compare(labels(session.host().snapshot()), edited);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the hints", e);
    }
  }

  private void compare(Map<Path, List<String>> now, Optional<Path> edited) {
    boolean stale =
        now.entrySet().stream()
            .filter(entry -> shown.containsKey(entry.getKey()))
            .filter(entry -> !edited.equals(Optional.of(entry.getKey())))
            .anyMatch(entry -> !entry.getValue().equals(shown.get(entry.getKey())));
    shown = now;
    if (stale) {
      refresh.ask();
    }
  }

  private Map<Path, List<String>> labels(Workspace workspace) {
    Map<Path, List<String>> labels = new HashMap<>();
    workspace.openFiles().forEach(path -> labels.put(path, labels(workspace, path)));
    return labels;
  }

  private List<String> labels(Workspace workspace, Path path) {
    int length = workspace.file(path).map(SourceFile::text).map(String::length).orElse(0);
    return InlayHints.in(workspace, path, new Span(0, length), kinds()).stream()
        .map(hint -> hint.offset() + " " + hint.label())
        .toList();
  }
}
