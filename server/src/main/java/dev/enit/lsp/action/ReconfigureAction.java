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
 * {@code enit reconfigure}. While a person thinks about the plan nobody is connected with the node;
 * what changes meanwhile, in the node or in the files, refuses the change.
 *
 * @param isForced whether values that something else changed at run time are set back
 */
public record ReconfigureAction(boolean isForced) implements ReleaseAction {
  private static final Duration TO_ANSWER = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "RECONFIGURE";
  }

  @Override
  public ActionResult run(ActionContext doing) throws ActionRefused {
    ReleaseOnDisk saved = whole(doing);
    ReconfigurePlan plan = plan(doing, saved);
    if (plan.isChange()) {
      ask(doing, saved, plan);
    }
    Release before = saved.release();
    List<Path> changed = ReleaseFiles.changed(before, whole(doing).release());
    if (!changed.isEmpty()) {
      throw ActionRefused.because(
          Messages.text(
              "reconfigure.files-changed",
              String.join("`, `", changed.stream().map(saved.names()).toList())));
    }
    doing.cancellation().check();
    try (Agent agent = connect(saved)) {
      ActionResult result = new ReconfigureOperation(doing, saved, plan).run(agent);
      return result.outcome() == Outcome.UNCHANGED ? unchanged(saved, result) : result;
    }
  }

  /** Who has written something and not saved it expects it to be in force now. */
  private static ActionResult unchanged(ReleaseOnDisk saved, ActionResult result) {
    return saved
        .warning()
        .map(warning -> Messages.text("action.saved-is-same", saved.name(), warning))
        .map(text -> ActionResult.of(Outcome.UNCHANGED, text))
        .orElse(result);
  }

  private static ReleaseOnDisk whole(ActionContext doing) throws ActionRefused {
    ReleaseOnDisk saved = ReleaseOnDisk.read(doing);
    saved.refuseErrors(errors -> Messages.text("action.faulty", saved.name(), errors.size()));
    return saved;
  }

  private ReconfigurePlan plan(ActionContext doing, ReleaseOnDisk saved) throws ActionRefused {
    doing.progress().say(Messages.text("action.looking", saved.node()));
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

  private void ask(ActionContext doing, ReleaseOnDisk saved, ReconfigurePlan plan) {
    doing.cancellation().check();
    if (!doing.confirmed()) {
      doing.session().actions().plan(doing.key(), PlanPage.of(plan.diff()));
      doing.session().dialogue().show(doing.key(), VirtualDocument.PLAN);
    }
    saved.confirm(doing, ReconfigureConfirmation.of(plan, saved), this);
  }
}
