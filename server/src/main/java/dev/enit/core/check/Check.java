package dev.enit.core.check;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.Release;
import dev.enit.core.source.SourceFile;
import java.util.function.Consumer;

/** Looks for one kind of mistake. A check has no state and reports what it finds, in any order. */
public sealed interface Check {

  /**
   * Looks at one file, whatever it belongs to: mistakes that the text alone shows to the OTP that
   * reads it.
   */
  @FunctionalInterface
  non-sealed interface OfFile extends Check {
    void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report);
  }

  /** Looks at the sections of one configuration file, of a release or not. */
  @FunctionalInterface
  non-sealed interface OfLayer extends Check {
    void check(ConfigLayer layer, Consumer<Diagnostic> report);
  }

  /** Looks at a release as a whole, with what is installed for it. */
  @FunctionalInterface
  non-sealed interface OfRelease extends Check {
    void check(Release release, CheckContext context, Consumer<Diagnostic> report);
  }

  /** Looks at a release beside its running node; only while an editor shows both. */
  @FunctionalInterface
  non-sealed interface OfRunning extends Check {
    void check(ReleaseDiff diff, Consumer<Diagnostic> report);
  }

  /**
   * The bound of the diagnostics of a file, applied by {@link FileDiagnostics}: no check of text.
   */
  record OfAmount() implements Check {}
}
