package dev.enit.cli.reconfigure;

import dev.enit.cli.check.ErrorList;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.node.AppliedRecord.Waiting;
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

/** How a reconfiguration ended, for programs: one document, with the same members in all cases. */
final class JsonOutcome {
  private final ReleaseAndNode sides;
  private final Optional<SecretKeys> masked;
  private final IndentedJson json;

  JsonOutcome(ReleaseAndNode sides, Optional<SecretKeys> masked) {
    this.sides = sides;
    this.masked = masked;
    this.json = new IndentedJson(sides.named().context().out());
  }

  void faulty(List<Diagnostic> errors, String message) {
    begin("refused", Optional.of("errors"), Optional.of(message));
    nothingTold();
    json.name("diagnostics");
    ErrorList.write(errors, sides.named().workspace(), sides.named().context(), json);
    json.end().finish();
  }

  void refused(String reason, String message) {
    begin("refused", Optional.of(reason), Optional.of(message));
    nothingTold();
    json.end().finish();
  }

  void planned(ReconfigurePlan plan) {
    begin("planned", Optional.empty(), Optional.empty());
    nothingTold();
    end(plan, plan.waiting());
  }

  void ended(ReconfigurePlan plan, ReconfigureOutcome outcome, Optional<String> message) {
    begin(word(plan, outcome), reason(outcome), message);
    switch (outcome) {
      case Applied(List<ConfigChangeAnswer> told) -> told(told, List.of());
      case Undone(var _, List<ConfigChangeAnswer> told, List<ConfigChangeAnswer> undone) ->
          told(told, undone);
      default -> nothingTold();
    }
    boolean isApplied = outcome instanceof Applied;
    end(plan, isApplied ? plan.waiting() : plan.diff().restart().waiting());
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

  private void begin(String outcome, Optional<String> reason, Optional<String> message) {
    json.object()
        .field("release", sides.named().name())
        .field("node", sides.release().node().nodename())
        .field("outcome", outcome);
    optional("reason", reason);
    optional("message", message);
  }

  private void nothingTold() {
    told(List.of(), List.of());
  }

  private void told(List<ConfigChangeAnswer> told, List<ConfigChangeAnswer> undone) {
    answers("applications", told);
    answers("undone", undone);
  }

  private void answers(String name, List<ConfigChangeAnswer> answers) {
    json.name(name).array();
    for (ConfigChangeAnswer answer : answers) {
      json.object()
          .field("application", answer.application())
          .field("answer", answer.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .field("text", answer.text())
          .end();
    }
    json.end();
  }

  /** The plan comes last: what waits in the end, and the keys that it is about. */
  private void end(ReconfigurePlan plan, List<Waiting> waiting) {
    json.name("waiting").array();
    JsonDiff diff = new JsonDiff(json, sides.named().context(), masked);
    waiting.forEach(diff::waiting);
    json.end();
    diff.fields(plan.diff());
    json.end().finish();
  }

  private void optional(String name, Optional<String> text) {
    json.name(name);
    if (text.isPresent()) {
      json.value(text.get());
    } else {
      json.nothing();
    }
  }
}
