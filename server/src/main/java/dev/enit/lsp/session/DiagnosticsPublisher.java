package dev.enit.lsp.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the client learns of diagnostics: they are pushed, or it asks when it is told to. */
public sealed interface DiagnosticsPublisher permits PushDiagnostics, PullDiagnostics {

  /**
   * The world has changed. Returns at once; what is told is the world of the moment of telling.
   *
   * @param first the document that was opened or edited, {@code null} where it was something else
   */
  void changed(@Nullable Path first);

  /** From now on what was held back may be told: the settings are known. */
  void start();
}
