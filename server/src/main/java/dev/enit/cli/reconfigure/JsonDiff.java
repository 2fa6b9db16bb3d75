package dev.enit.cli.reconfigure;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.config.KeyChange;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretValues;
import dev.enit.core.config.Setting;
import dev.enit.core.node.AppliedRecord.AtStart;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.CodeDiff;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A comparison for programs. It masks secrets. */
final class JsonDiff {
  private final IndentedJson json;
  private final CommandContext shell;
  private final Optional<SecretKeys> masked;

  /**
   * A comparison.
   *
   * @param masked the rule for secrets; empty where they are shown
   */
  JsonDiff(IndentedJson json, CommandContext shell, Optional<SecretKeys> masked) {
    this.json = json;
    this.shell = shell;
    this.masked = masked;
  }

  static void print(ReleaseDiff diff, CommandContext shell, Optional<SecretKeys> masked) {
    IndentedJson json = new IndentedJson(shell.out());
    json.object().field("release", diff.release().name()).field("node", diff.running().node());
    new JsonDiff(json, shell, masked).fields(diff);
    json.end().finish();
  }

  /** The parts of a comparison, into an object that is open. */
  void fields(ReleaseDiff diff) {
    keys("pending", diff.pending());
    keys("drift", diff.drift());
    restart(diff.restart());
  }

  private void keys(String name, List<KeyDifference> differences) {
    json.name(name).array();
    differences.forEach(this::key);
    json.end();
  }

  private void key(KeyDifference difference) {
    KeyChange change = difference.change();
    json.object()
        .field("application", change.application())
        .field("key", change.key())
        .field("change", change.kind().name().toLowerCase(Locale.ROOT));
    value(change, "running", change.isLoaded() ? change.running() : Optional.empty());
    value(change, "disk", change.disk());
    value(change, "applied", change.applied());
    value(change, "target", change.target());
    source(difference.source());
    json.field("takes_effect", words(difference.effect().kind())).end();
  }

  private void restart(RestartDiff restart) {
    json.name("restart").object();
    json.field("reasons", restart.reasons());
    json.name("version");
    text(restart.version());
    json.name("otp");
    if (restart.code().otp().isPresent()) {
      CodeDiff.OtpChange otp = restart.code().otp().get();
      json.object().field("running", otp.running()).field("installed", otp.installed()).end();
    } else {
      json.nothing();
    }
    json.name("applications")
        .object()
        .field("added", restart.added())
        .field("removed", restart.removed());
    json.name("changed").array();
    restart.code().applications().forEach(this::application);
    json.end().end();
    json.name("code_paths_gone").array();
    restart.code().gone().forEach(gone -> json.value(gone.folder().toString()));
    json.end();
    json.name("patched").array();
    restart.code().patched().forEach(this::patched);
    json.end();
    keys("node", restart.node());
    json.name("waiting").array();
    restart.waiting().forEach(this::waiting);
    json.end().end();
  }

  private void application(CodeDiff.ApplicationChange change) {
    json.object()
        .field("application", change.name())
        .field("running", change.running())
        .field("installed", change.installed())
        .field("modules", change.modules())
        .end();
  }

  private void patched(CodeDiff.PatchedModule module) {
    json.object().field("application", module.application()).field("module", module.module());
    json.name("folder");
    text(module.folder().map(Path::toString));
    json.end();
  }

  void waiting(Waiting waiting) {
    json.object().field("application", waiting.application()).field("key", waiting.key());
    json.name("at_start");
    text(waiting.atStart().value().map(v -> print(waiting.application(), waiting.key(), v)));
    json.field("at_start_known", !(waiting.atStart() instanceof AtStart.Unknown)).end();
  }

  private void source(Optional<Setting> source) {
    json.name("source");
    if (source.isEmpty()) {
      json.nothing();
      return;
    }
    Setting setting = source.get();
    LineIndex lines = setting.layer().file().terms().lines();
    Position at = lines.position(setting.keySpan().start());
    json.object()
        .field("file", shell.shown(setting.layer().path()))
        .field("line", at.line() + 1)
        .field("column", at.column() + 1)
        .end();
  }

  private String print(String application, String key, Term value) {
    return masked
        .map(keys -> SecretValues.print(keys, application, key, value))
        .orElseGet(() -> TermPrinter.print(value));
  }

  private void value(KeyChange change, String name, Optional<Term> value) {
    json.name(name);
    text(value.map(v -> print(change.application(), change.key(), v)));
  }

  private void text(Optional<String> text) {
    text(json, text);
  }

  private static void text(IndentedJson json, Optional<String> text) {
    if (text.isPresent()) {
      json.value(text.get());
    } else {
      json.nothing();
    }
  }

  /** They never change. */
  private static String words(TakesEffect.Kind kind) {
    return switch (kind) {
      case AT_ONCE -> "at once";
      case READ -> "when next read";
      case RESTART -> "restart";
      case NEVER -> "never";
      case UNKNOWN -> "unknown";
    };
  }
}
