package dev.enit.core.report;

import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.ConfigChangeAnswer;
import dev.enit.core.node.KeyDifference;
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
import dev.enit.core.node.RestartDiff;
import dev.enit.core.node.wire.UnreachableReason;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outcome of a reconfiguration as lines of text, for terminals and the system log. */
public final class OutcomeText {
  private final ReconfigurePlan plan;
  private final List<String> lines = new ArrayList<>();

  private OutcomeText(ReconfigurePlan plan) {
    this.plan = plan;
  }

  /** Returns the lines besides an error; none if nothing was begun. */
  public static List<String> of(ReconfigurePlan plan, ReconfigureOutcome outcome) {
    OutcomeText text = new OutcomeText(plan);
    switch (outcome) {
      case Applied applied -> text.applied(applied);
      case Undone undone -> text.undone(undone);
      default -> {}
    }
    return text.lines.stream().map(TerminalText::harmless).toList();
  }

  /** Returns why the change was not made, in one line, or empty if it was made. */
  public static Optional<String> error(Release release, ReconfigureOutcome outcome) {
    String node = release.node().nodename();
    return switch (outcome) {
      case Applied _ -> Optional.empty();
      case Busy _ -> text("busy", node);
      case StillStarting _ -> text("starting", node, release.name());
      case AlreadyStopping _ -> Optional.of(Messages.text("diff.stopping", node));
      case Blocked _ -> Optional.of(Messages.text("diff.controller", node));
      case Changed(List<String> keys) when keys.isEmpty() -> text("overtaken", node);
      case Changed(List<String> keys) -> text("changed", node, String.join("`, `", keys));
      case Failed(String reason) -> text("failed", node, reason);
      case Undone undone -> undone(undone, release.name());
    };
  }

  /** Returns why a node that was reached does not return its configuration. */
  public static String unanswered(Release release, AgentRefusal refusal) {
    String node = release.node().nodename();
    if (WireTerms.isAtom(refusal.reason(), "stopping")) {
      return Messages.text("diff.stopping", node);
    }
    return WireTerms.isAtom(refusal.reason(), "controller")
        ? Messages.text("diff.controller", node)
        : new UnreachableReason.Refused(node, TermPrinter.print(refusal.reason())).message();
  }

  private static Optional<String> undone(Undone undone, String release) {
    List<String> failed = undone.notTakenBack();
    String extent =
        failed.isEmpty()
            ? Messages.text("reconfigure.extent.whole")
            : Messages.text("reconfigure.extent.partly", String.join("`, `", failed));
    return switch (undone.cause()) {
      case Cause.Cancelled _ when failed.isEmpty() -> text("cancelled");
      case Cause.Cancelled _ -> Optional.of(extent);
      case Cause.ByEffect(String key, String reason) ->
          text("by-effect", key, reason, release, extent);
      case Cause.ByApplication(String application) -> {
        ConfigChangeAnswer last = undone.told().getLast();
        yield text("by-application." + last.kind(), application, last.text(), release, extent);
      }
    };
  }

  private static Optional<String> text(String key, Object... arguments) {
    return Optional.of(Messages.text("reconfigure." + key, arguments));
  }

  private void applied(Applied applied) {
    say(plan.isChange() ? "applied" : "unchanged");
    applied.told().forEach(this::answered);
    keys("never", unset(TakesEffect.Kind.NEVER));
    restart();
    if (!plan.isForced()) {
      keys("drift", plan.diff().drift());
    }
  }

  private void undone(Undone undone) {
    say("undone");
    undone.told().forEach(answer -> answer("answer.", answer));
    if (!undone.undone().isEmpty()) {
      say("taken-back");
      undone.undone().forEach(answer -> answer(opposite(answer, undone), answer));
    }
  }

  /** Returns the messages for an answer; those of an opposite say that the environment is back. */
  private static String opposite(ConfigChangeAnswer answer, Undone undone) {
    boolean isPutBack =
        answer.kind() == ConfigChangeAnswer.Kind.ENVIRONMENT
            || undone.undone().stream()
                .filter(other -> other.kind() == ConfigChangeAnswer.Kind.ENVIRONMENT)
                .noneMatch(other -> other.application().equals(answer.application()));
    return isPutBack ? "opposite." : "answer.";
  }

  /** Adds the changes that need a restart of the node. */
  private void restart() {
    RestartDiff restart = plan.diff().restart();
    List<String> items = new ArrayList<>();
    for (Waiting waiting : plan.waiting()) {
      items.add(waiting.application() + " " + waiting.key());
    }
    unset(TakesEffect.Kind.RESTART).forEach(key -> items.add(name(key)));
    restart
        .code()
        .otp()
        .ifPresent(otp -> items.add(Messages.text("diff.otp", otp.running(), otp.installed())));
    restart.code().applications().forEach(app -> items.add(RestartDiff.words(app)));
    restart.node().forEach(node -> items.add(name(node)));
    restart.added().forEach(app -> items.add(Messages.text("reconfigure.start", app)));
    restart.removed().forEach(app -> items.add(Messages.text("reconfigure.no-start", app)));
    if (!items.isEmpty()) {
      say("restart", String.join(", ", items));
    }
  }

  /**
   * Returns pending keys of applications that are not loaded, which a reconfiguration cannot set.
   */
  private List<KeyDifference> unset(TakesEffect.Kind kind) {
    return plan.diff().pending().stream()
        .filter(difference -> !difference.isSettable() && difference.effect().kind() == kind)
        .toList();
  }

  /**
   * Adds the answer of an application; if it was told only of keys that it reads at its start, that
   * it needs a restart.
   */
  private void answered(ConfigChangeAnswer answer) {
    boolean isForRestart =
        answer.kind() == ConfigChangeAnswer.Kind.OK
            && plan.set().stream()
                .filter(key -> key.change().application().equals(answer.application()))
                .allMatch(plan::isWaiting);
    if (isForRestart) {
      lines.add("  " + Messages.text("reconfigure.answer.RESTART", answer.application()));
    } else {
      answer("answer.", answer);
    }
  }

  private void keys(String message, List<KeyDifference> differences) {
    if (!differences.isEmpty()) {
      say(message, String.join(", ", differences.stream().map(OutcomeText::name).toList()));
    }
  }

  private static String name(KeyDifference difference) {
    return difference.change().application() + " " + difference.change().key();
  }

  private void answer(String message, ConfigChangeAnswer answer) {
    String key = "reconfigure." + message + answer.kind();
    lines.add("  " + Messages.text(key, answer.application(), answer.text()));
  }

  private void say(String message, Object... arguments) {
    lines.add(Messages.text("reconfigure." + message, arguments));
  }
}
