package dev.enit.lsp.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The way in which diagnostics reach the client: by push, or by pull with a request to refresh. */
public sealed interface DiagnosticsPublisher permits PushDiagnostics, PullDiagnostics {

  /**
   * Publishes the diagnostics again after a change of the workspace. Returns at once; the snapshot
   * at the time of publishing is used.
   *
   * @param first the document that was opened or edited, or {@code null} for another change
   */
  void changed(@Nullable Path first);

  /** Starts to publish; until then diagnostics are held back, since the settings are not known. */
  void start();
}
