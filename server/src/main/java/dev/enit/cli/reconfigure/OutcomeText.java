package dev.enit.cli.reconfigure;

import dev.enit.core.node.Answer;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.Difference;
import dev.enit.core.node.ReconfigureOutcome;
import dev.enit.core.node.ReconfigureOutcome.Applied;
import dev.enit.core.node.ReconfigureOutcome.Undone;
import dev.enit.core.node.ReconfigurePlan;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.text.Columns;
import dev.enit.core.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** How a reconfiguration ended, in lines for people: terminals and the system's log. */
final class OutcomeText {
  private final ReconfigurePlan plan;
  private final List<String> lines = new ArrayList<>();

  private OutcomeText(ReconfigurePlan plan) {
    this.plan = plan;
  }

  /** What there is to say besides an error; nothing where nothing was begun. */
  static List<String> of(ReconfigurePlan plan, ReconfigureOutcome outcome) {
    OutcomeText text = new OutcomeText(plan);
    switch (outcome) {
      case Applied applied -> text.applied(applied);
      case Undone undone -> text.undone(undone);
      default -> {}
    }
    return text.lines.stream().map(Columns::harmless).toList();
  }

  private void applied(Applied applied) {
    say(plan.isChange() ? "applied" : "unchanged");
    applied.told().forEach(answer -> answer("answer.", answer));
    keys("never", plan.diff().pending().stream().filter(d -> !d.isSettable()).toList());
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
      undone.undone().forEach(answer -> answer("opposite.", answer));
    }
  }

  /** Everything that the start of the node decides, whenever it was changed. */
  private void restart() {
    RestartDiff restart = plan.diff().restart();
    List<String> items = new ArrayList<>();
    for (Waiting waiting : plan.waiting()) {
      items.add(waiting.application() + " " + waiting.key());
    }
    restart.node().forEach(node -> items.add(name(node)));
    restart.added().forEach(app -> items.add(Messages.text("cli.reconfigure.start", app)));
    restart.removed().forEach(app -> items.add(Messages.text("cli.reconfigure.no-start", app)));
    if (!items.isEmpty()) {
      say("restart", String.join(", ", items));
    }
  }

  private void keys(String message, List<Difference> differences) {
    if (!differences.isEmpty()) {
      say(message, String.join(", ", differences.stream().map(OutcomeText::name).toList()));
    }
  }

  private static String name(Difference difference) {
    return difference.change().application() + " " + difference.change().key();
  }

  private void answer(String message, Answer answer) {
    String key = "cli.reconfigure." + message + answer.kind();
    lines.add("  " + Messages.text(key, answer.application(), answer.text()));
  }

  private void say(String message, Object... arguments) {
    lines.add(Messages.text("cli.reconfigure." + message, arguments));
  }
}
