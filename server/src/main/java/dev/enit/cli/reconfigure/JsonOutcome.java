package dev.enit.cli.reconfigure;

import dev.enit.cli.command.DiagnosticJson;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.node.AppliedRecord;
import dev.enit.core.node.ConfigChangeAnswer;
import dev.enit.core.node.ReconfigureOutcome;
import dev.enit.core.node.ReconfigureOutcome.AlreadyStopping;
import dev.enit.core.node.ReconfigureOutcome.Applied;
import dev.enit.core.node.ReconfigureOutcome.Blocked;
import dev.enit.core.node.ReconfigureOutcome.Busy;
import dev.enit.core.node.ReconfigureOutcome.Cause;
import dev.enit.core.node.ReconfigureOutcome.Changed;
import dev.enit.core.node.ReconfigureOutcome.Failed;
import dev.enit.core.node.ReconfigureOutcome.StillStarting;
import dev.enit.core.node.ReconfigureOutcome.Undone;
import dev.enit.core.node.ReconfigurePlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of a reconfiguration as JSON: one document, with the same members in all cases. */
record JsonOutcome(ReleaseAndNode sides, Optional<SecretKeys> masked) {
  /** The members from the plan on are omitted if there is none, and so are absent diagnostics. */
  private record Document(
      String release,
      String node,
      String outcome,
      Optional<String> reason,
      Optional<String> message,
      List<Answer> applications,
      List<Answer> undone,
      @Nullable List<DiagnosticJson.Item> diagnostics,
      @Nullable List<JsonDiff.Waiting> waiting,
      @Nullable List<JsonDiff.Key> pending,
      @Nullable List<JsonDiff.Key> drift,
      JsonDiff.@Nullable Restart restart) {}

  /** An application's answer to its {@code config_change/3}. */
  private record Answer(String application, String answer, String text) {
    static Answer of(ConfigChangeAnswer answer) {
      String kind = answer.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return new Answer(answer.application(), kind, answer.text());
    }
  }

  void faulty(List<Diagnostic> errors, String message) {
    DiagnosticJson json = new DiagnosticJson(sides.named().workspace(), sides.named().context());
    refused("errors", message, errors.stream().map(json::item).toList());
  }

  void refused(String reason, String message) {
    refused(reason, message, null);
  }

  private void refused(
      String reason, String message, @Nullable List<DiagnosticJson.Item> diagnostics) {
    print(
        new Document(
            sides.named().name(),
            sides.release().node().nodename(),
            "refused",
            Optional.of(reason),
            Optional.of(message),
            List.of(),
            List.of(),
            diagnostics,
            null,
            null,
            null,
            null));
  }

  void planned(ReconfigurePlan plan) {
    print(
        plan, "planned", Optional.empty(), Optional.empty(), List.of(), List.of(), plan.waiting());
  }

  void ended(ReconfigurePlan plan, ReconfigureOutcome outcome, Optional<String> message) {
    List<ConfigChangeAnswer> told =
        switch (outcome) {
          case Applied applied -> applied.told();
          case Undone undone -> undone.told();
          default -> List.of();
        };
    print(
        plan,
        word(plan, outcome),
        reason(outcome),
        message,
        told,
        outcome instanceof Undone undone ? undone.undone() : List.of(),
        outcome instanceof Applied ? plan.waiting() : plan.diff().restart().waiting());
  }

  private static String word(ReconfigurePlan plan, ReconfigureOutcome outcome) {
    return switch (outcome) {
      case Applied _ -> plan.isChange() ? "applied" : "unchanged";
      case Undone _ -> "undone";
      default -> "refused";
    };
  }

  private static Optional<String> reason(ReconfigureOutcome outcome) {
    return switch (outcome) {
      case Applied _ -> Optional.empty();
      case Busy _ -> Optional.of("busy");
      case StillStarting _ -> Optional.of("starting");
      case AlreadyStopping _ -> Optional.of("stopping");
      case Blocked _ -> Optional.of("controller");
      case Changed _ -> Optional.of("node-changed");
      case Failed _ -> Optional.of("failed");
      case Undone undone ->
          Optional.of(
              switch (undone.cause()) {
                case Cause.Cancelled _ -> "cancelled";
                case Cause.ByApplication _ -> "application";
                case Cause.ByEffect _ -> "effect";
              });
    };
  }

  private void print(
      ReconfigurePlan plan,
      String outcome,
      Optional<String> reason,
      Optional<String> message,
      List<ConfigChangeAnswer> told,
      List<ConfigChangeAnswer> undone,
      List<AppliedRecord.Waiting> waiting) {
    JsonDiff diff = new JsonDiff(sides.named().context(), masked);
    print(
        new Document(
            sides.named().name(),
            sides.release().node().nodename(),
            outcome,
            reason,
            message,
            told.stream().map(Answer::of).toList(),
            undone.stream().map(Answer::of).toList(),
            null,
            diff.waiting(waiting),
            diff.keys(plan.diff().pending()),
            diff.keys(plan.diff().drift()),
            diff.restart(plan.diff().restart())));
  }

  private void print(Document document) {
    JsonOutput.print(document, sides.named().context().out());
  }
}
