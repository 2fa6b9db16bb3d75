package dev.enit.core.check;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.Release;
import dev.enit.core.source.SourceFile;
import java.util.function.Consumer;

/** A check for one kind of mistake. It has no state and reports diagnostics in any order. */
public sealed interface Check {

  /**
   * A check of one file, in a release or not: for mistakes that the text alone shows to its target
   * OTP.
   */
  @FunctionalInterface
  non-sealed interface OfFile extends Check {
    void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report);
  }

  /** A check of the sections of one configuration file, in a release or not. */
  @FunctionalInterface
  non-sealed interface OfLayer extends Check {
    void check(ConfigLayer layer, Consumer<Diagnostic> report);
  }

  /** A check of a release as a whole, with the applications that are installed for it. */
  @FunctionalInterface
  non-sealed interface OfRelease extends Check {
    void check(Release release, CheckContext context, Consumer<Diagnostic> report);
  }

  /** A check that compares a release with its running node; only while an editor shows both. */
  @FunctionalInterface
  non-sealed interface OfRunning extends Check {
    void check(ReleaseDiff diff, Consumer<Diagnostic> report);
  }

  /**
   * The entry for the bound on the diagnostics of a file, which {@link FileDiagnostics} applies; it
   * checks no text.
   */
  record OfAmount() implements Check {}
}
