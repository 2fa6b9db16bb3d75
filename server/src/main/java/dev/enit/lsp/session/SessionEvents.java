package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The events of a session: what one part causes reaches the others without their knowing each
 * other. No event occurs before the session has started.
 */
final class SessionEvents implements SessionListener {
  private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

  /** Adds listeners; each event reaches them in this order. */
  void add(List<? extends SessionListener> added) {
    listeners.addAll(added);
  }

  @Override
  public void ready() {
    listeners.forEach(SessionListener::ready);
  }

  @Override
  public void workspaceChanged(@Nullable Path edited) {
    listeners.forEach(listener -> listener.workspaceChanged(edited));
  }

  @Override
  public void filesChanged(Collection<Path> paths) {
    listeners.forEach(listener -> listener.filesChanged(paths));
  }

  @Override
  public void liveStateChanged(ReleaseKey release) {
    listeners.forEach(listener -> listener.liveStateChanged(release));
  }

  @Override
  public void heartbeat() {
    listeners.forEach(SessionListener::heartbeat);
  }

  @Override
  public void settingsChanged() {
    listeners.forEach(SessionListener::settingsChanged);
  }

  @Override
  public void switchesChanged() {
    listeners.forEach(SessionListener::switchesChanged);
  }

  @Override
  public void actionPagesChanged() {
    listeners.forEach(SessionListener::actionPagesChanged);
  }
}
