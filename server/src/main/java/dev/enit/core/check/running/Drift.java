package dev.enit.core.check.running;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretValues;
import dev.enit.core.config.Setting;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.source.Place;
import dev.enit.core.text.WrittenTerm;
import dev.enit.grammar.term.Term;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports drift: a value that something other than enit changed in the node while the files are
 * unchanged.
 */
public final class Drift implements Check.OfRunning {
  @Override
  public void check(ReleaseDiff diff, Consumer<Diagnostic> report) {
    for (KeyDifference difference : diff.drift()) {
      difference
          .source()
          .map(setting -> diagnostic(diff, setting, difference.change().running()))
          .ifPresent(report);
    }
  }

  private static Diagnostic diagnostic(ReleaseDiff diff, Setting setting, Optional<Term> running) {
    String node = diff.running().node();
    SecretKeys secrets = diff.release().config().secrets();
    boolean isPublic =
        running
            .map(v -> SecretValues.isPublic(secrets, setting.application(), setting.key(), v))
            .orElse(!secrets.isSecret(setting.application(), setting.key()));
    if (!isPublic) {
      return diagnostic(setting, node, "").variant("secret");
    }
    if (running.isEmpty()) {
      return diagnostic(setting, node, "").variant("unset");
    }
    Diagnostic drifted = diagnostic(setting, node, WrittenTerm.brief(running.get()));
    Place value = new Place(setting.layer().path(), setting.valueSpan());
    return WrittenTerm.of(running.get())
        .map(text -> drifted.fix("take", false, value, text, WrittenTerm.brief(running.get())))
        .orElse(drifted);
  }

  private static Diagnostic diagnostic(Setting setting, String node, String running) {
    return Diagnostic.of(DiagnosticCode.DRIFT, setting.place(), setting.key(), node, running);
  }
}
