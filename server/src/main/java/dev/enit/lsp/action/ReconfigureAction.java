package dev.enit.lsp.action;

import dev.enit.core.node.Agent;
import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.NotReached;
import dev.enit.core.node.ReconfigurePlan;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.report.OutcomeText;
import dev.enit.core.report.PlanPage;
import dev.enit.core.text.Messages;
import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;
import dev.enit.lsp.session.VirtualDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Reconfigures the node, as {@code enit reconfigure} does. There is no connection to the node while
 * the user reads the plan; a change of the node or of the files in the meantime refuses the
 * reconfiguration.
 *
 * @param isForced whether to reset values that were changed at run time by other means
 */
public record ReconfigureAction(boolean isForced) implements ReleaseAction {
  private static final Duration TO_ANSWER = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "RECONFIGURE";
  }

  @Override
  public ActionResult run(ActionContext context) throws ActionRefused {
    ReleaseOnDisk saved = readWithoutErrors(context);
    ReconfigurePlan plan = plan(context, saved);
    if (plan.isChange()) {
      ask(context, saved, plan);
    }
    Release before = saved.release();
    List<Path> changed = ReleaseFiles.changed(before, readWithoutErrors(context).release());
    if (!changed.isEmpty()) {
      throw ActionRefused.because(
          Messages.text(
              "reconfigure.files-changed",
              String.join("`, `", changed.stream().map(saved.names()).toList())));
    }
    context.cancellation().check();
    try (Agent agent = connect(saved)) {
      ActionResult result = new ReconfigureOperation(context, saved, plan).run(agent);
      return result.outcome() == Outcome.UNCHANGED ? unchanged(saved, result) : result;
    }
  }

  /**
   * Returns a result that names the unsaved files: a user who edited a file without saving it
   * expects the change to be in force.
   */
  private static ActionResult unchanged(ReleaseOnDisk saved, ActionResult result) {
    return saved
        .warning()
        .map(warning -> Messages.text("action.saved-is-same", saved.name(), warning))
        .map(text -> ActionResult.of(Outcome.UNCHANGED, text))
        .orElse(result);
  }

  private static ReleaseOnDisk readWithoutErrors(ActionContext context) throws ActionRefused {
    ReleaseOnDisk saved = ReleaseOnDisk.read(context);
    saved.refuseErrors(errors -> Messages.text("action.faulty", saved.name(), errors.size()));
    return saved;
  }

  private ReconfigurePlan plan(ActionContext context, ReleaseOnDisk saved) throws ActionRefused {
    context.progress().say(Messages.text("action.looking", saved.node()));
    try (Agent agent = connect(saved)) {
      ReleaseDiff diff =
          ReleaseDiff.of(saved.release(), agent, new ModuleDigests(), Deadline.in(TO_ANSWER));
      return ReconfigurePlan.of(diff, isForced);
    } catch (UnreachableException e) {
      throw ActionRefused.because(e.reason().message());
    } catch (AgentRefusal e) {
      throw ActionRefused.because(OutcomeText.unanswered(saved.release(), e));
    }
  }

  private static Agent connect(ReleaseOnDisk saved) throws ActionRefused {
    try {
      return saved.probe().connect(saved.release(), Deadline.in(TO_ANSWER));
    } catch (NotReached e) {
      throw ActionRefused.because(
          e.status()
              .obstacle()
              .orElseGet(() -> Messages.text("reconfigure.offline", saved.node())));
    }
  }

  private void ask(ActionContext context, ReleaseOnDisk saved, ReconfigurePlan plan) {
    context.cancellation().check();
    if (!context.confirmed()) {
      context.session().actionPages().plan(context.key(), PlanPage.of(plan.diff()));
      context.session().dialogue().show(context.key(), VirtualDocument.PLAN);
    }
    saved.confirm(context, ReconfigureConfirmation.of(plan, saved), this);
  }
}
