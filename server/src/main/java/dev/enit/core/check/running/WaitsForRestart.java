package dev.enit.core.check.running;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.SecretValues;
import dev.enit.core.config.Setting;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.CodeDiff.ApplicationChange;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.release.AppReference;
import dev.enit.core.text.WrittenTerm;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports settings and applications in the files that take effect only at a restart of the node.
 */
public final class WaitsForRestart implements Check.OfRunning {
  @Override
  public void check(ReleaseDiff diff, Consumer<Diagnostic> report) {
    String node = diff.running().node();
    for (Waiting waiting : diff.restart().waiting()) {
      diff.release()
          .config()
          .setting(waiting.application(), waiting.key())
          .map(setting -> diagnostic(diff, setting, waiting.atStart().value()))
          .ifPresent(report);
    }
    for (KeyDifference difference : diff.restart().node()) {
      difference
          .source()
          .map(setting -> diagnostic(diff, setting, difference.change().running()))
          .ifPresent(report);
    }
    applications(diff, node).forEach(report);
    for (AppReference app : diff.release().applications()) {
      diff.restart()
          .code()
          .change(app.name())
          .map(change -> code(app, change, node))
          .ifPresent(report);
    }
  }

  private static Diagnostic diagnostic(ReleaseDiff diff, Setting setting, Optional<Term> inForce) {
    String node = diff.running().node();
    boolean isShown =
        inForce.isPresent()
            && SecretValues.isPublic(
                diff.release().config().secrets(),
                setting.application(),
                setting.key(),
                inForce.get());
    String value = isShown ? WrittenTerm.brief(inForce.get()) : "";
    Diagnostic waits =
        Diagnostic.of(
            DiagnosticCode.WAITS_FOR_RESTART, setting.place(), setting.key(), node, value);
    return isShown ? waits : waits.variant("new");
  }

  /** Returns the diagnostics of applications that the node was started without. */
  private static List<Diagnostic> applications(ReleaseDiff diff, String node) {
    return diff.release().applications().stream()
        .filter(app -> diff.restart().added().contains(app.name()))
        .map((AppReference app) -> application(app, node))
        .toList();
  }

  private static Diagnostic code(AppReference app, ApplicationChange change, String node) {
    return Diagnostic.of(
            DiagnosticCode.WAITS_FOR_RESTART,
            app.place(),
            app.name(),
            node,
            RestartDiff.words(change))
        .variant("code");
  }

  private static Diagnostic application(AppReference app, String node) {
    return Diagnostic.of(DiagnosticCode.WAITS_FOR_RESTART, app.place(), app.name(), node)
        .variant("application");
  }
}
