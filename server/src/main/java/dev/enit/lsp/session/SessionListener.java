package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A part of a session that reacts to its events. Every method returns at once: what takes time is
 * submitted to a thread of {@link WorkerThreads}.
 */
public interface SessionListener {
  /** Called when the settings of the client are known, or its response takes too long. */
  default void ready() {}

  /**
   * Called after every change of the workspace.
   *
   * @param edited the document that was opened or edited, or {@code null} for another change
   */
  default void workspaceChanged(@Nullable Path edited) {}

  /** Called when files were changed, created or deleted on the disk. */
  default void filesChanged(Collection<Path> paths) {}

  /** Called when the state of the node of a release has changed. */
  default void liveStateChanged(ReleaseKey release) {}

  /** Called when a node was seen again in the same state; only its numbers are new. */
  default void heartbeat() {}

  /** Called when the client has changed the settings of the core, such as directories. */
  default void settingsChanged() {}

  /** Called when the client has changed its switches. */
  default void switchesChanged() {}

  /** Called when the plan or the report of an action is another one. */
  default void actionPagesChanged() {}
}
