package dev.enit.cli.reconfigure;

import com.google.gson.annotations.SerializedName;
import dev.enit.cli.command.CommandContext;
import dev.enit.core.config.ConfigDiff.KeyChange;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretValues;
import dev.enit.core.node.AppliedRecord;
import dev.enit.core.node.AppliedRecord.AtStart;
import dev.enit.core.node.CodeDiff;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comparison as records for JSON.
 *
 * @param masked the rule for secrets; empty if they are shown
 */
record JsonDiff(CommandContext context, Optional<SecretKeys> masked) {
  /** The document of {@code diff}. */
  record Document(
      String release, String node, List<Key> pending, List<Key> drift, Restart restart) {}

  /** A key with its values as the text of their terms. */
  record Key(
      String application,
      String key,
      String change,
      Optional<String> running,
      Optional<String> disk,
      Optional<String> applied,
      Optional<String> target,
      Optional<Source> source,
      @SerializedName("takes_effect") String takesEffect) {}

  record Source(String file, int line, int column) {}

  /** The differences that only a restart of the node removes. */
  record Restart(
      List<String> reasons,
      Optional<String> version,
      Optional<CodeDiff.OtpChange> otp,
      Applications applications,
      @SerializedName("code_paths_gone") List<String> codePathsGone,
      List<Patched> patched,
      List<Key> node,
      List<Waiting> waiting) {}

  record Applications(List<String> added, List<String> removed, List<Application> changed) {}

  record Application(String application, String running, String installed, List<String> modules) {}

  record Patched(String application, String module, Optional<String> folder) {}

  /** A key that has been applied, and its value at the start of the application. */
  record Waiting(
      String application,
      String key,
      @SerializedName("at_start") Optional<String> atStart,
      @SerializedName("at_start_known") boolean atStartKnown) {}

  Document document(ReleaseDiff diff) {
    return new Document(
        diff.release().name(),
        diff.running().node(),
        keys(diff.pending()),
        keys(diff.drift()),
        restart(diff.restart()));
  }

  List<Key> keys(List<KeyDifference> differences) {
    return differences.stream().map(this::key).toList();
  }

  private Key key(KeyDifference difference) {
    KeyChange change = difference.change();
    return new Key(
        change.application(),
        change.key(),
        change.kind().name().toLowerCase(Locale.ROOT),
        value(change, change.isLoaded() ? change.running() : Optional.empty()),
        value(change, change.disk()),
        value(change, change.applied()),
        value(change, change.target()),
        difference
            .source()
            .map(
                setting -> {
                  Position at =
                      setting.layer().file().terms().lines().position(setting.keySpan().start());
                  String file = context.shown(setting.layer().path());
                  return new Source(file, at.line() + 1, at.column() + 1);
                }),
        takesEffect(difference.effect().kind()));
  }

  Restart restart(RestartDiff restart) {
    CodeDiff code = restart.code();
    return new Restart(
        restart.reasons(),
        restart.version(),
        code.otp(),
        new Applications(
            restart.added(),
            restart.removed(),
            code.applications().stream()
                .map(a -> new Application(a.name(), a.running(), a.installed(), a.modules()))
                .toList()),
        code.gone().stream().map(gone -> gone.folder().toString()).toList(),
        code.patched().stream()
            .map(p -> new Patched(p.application(), p.module(), p.folder().map(Path::toString)))
            .toList(),
        keys(restart.node()),
        waiting(restart.waiting()));
  }

  List<Waiting> waiting(List<AppliedRecord.Waiting> waiting) {
    return waiting.stream().map(this::waiting).toList();
  }

  private Waiting waiting(AppliedRecord.Waiting waiting) {
    return new Waiting(
        waiting.application(),
        waiting.key(),
        waiting.atStart().value().map(v -> print(waiting.application(), waiting.key(), v)),
        !(waiting.atStart() instanceof AtStart.Unknown));
  }

  private Optional<String> value(KeyChange change, Optional<Term> value) {
    return value.map(v -> print(change.application(), change.key(), v));
  }

  private String print(String application, String key, Term value) {
    return masked
        .map(keys -> SecretValues.print(keys, application, key, value))
        .orElseGet(() -> TermPrinter.print(value));
  }

  /** Returns the name of a kind, which never changes. */
  private static String takesEffect(TakesEffect.Kind kind) {
    return switch (kind) {
      case AT_ONCE -> "at once";
      case READ -> "when next read";
      case RESTART -> "restart";
      case NEVER -> "never";
      case UNKNOWN -> "unknown";
    };
  }
}
