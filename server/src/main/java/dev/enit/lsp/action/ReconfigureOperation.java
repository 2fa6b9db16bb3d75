package dev.enit.lsp.action;

import dev.enit.core.node.Agent;
import dev.enit.core.node.ReconfigureOutcome;
import dev.enit.core.node.ReconfigureOutcome.Applied;
import dev.enit.core.node.ReconfigureOutcome.Cause;
import dev.enit.core.node.ReconfigureOutcome.Failed;
import dev.enit.core.node.ReconfigureOutcome.Undone;
import dev.enit.core.node.ReconfigurePlan;
import dev.enit.core.node.ReconfigureRequest;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.report.OutcomeText;
import dev.enit.core.text.Messages;
import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The execution of a reconfiguration plan. */
final class ReconfigureOperation {
  /** The time limit for an application's {@code config_change} callback. */
  private static final Duration TO_BE_TOLD = Duration.ofSeconds(30);

  private static final Duration TO_CANCEL = Duration.ofSeconds(5);
  private static final long AGAIN_MILLIS = 100;

  private final ActionContext context;
  private final ReleaseOnDisk saved;
  private final ReconfigurePlan plan;
  private final CountDownLatch over = new CountDownLatch(1);
  private int told;

  ReconfigureOperation(ActionContext context, ReleaseOnDisk saved, ReconfigurePlan plan) {
    this.context = context;
    this.saved = saved;
    this.plan = plan;
  }

  /** Runs the plan; if cancelled in the middle, the node rolls everything back. */
  ActionResult run(Agent agent) {
    ReconfigureRequest reconfigure = new ReconfigureRequest(agent);
    context.cancellation().by(() -> cancel(reconfigure));
    try {
      return result(reconfigure.run(plan, TO_BE_TOLD, this::telling));
    } catch (UnreachableException e) {
      return ActionResult.of(
          Outcome.FAILED, Messages.text("reconfigure.lost", e.reason().message(), saved.name()));
    } finally {
      over.countDown();
    }
  }

  private void telling(String application) {
    int count = (int) plan.set().stream().map(d -> d.change().application()).distinct().count();
    told = Math.min(told + 1, count);
    context.progress().say(Messages.text("action.telling", application, told, count));
  }

  /** Sends the cancellation repeatedly: the node accepts it only once it has begun. */
  private void cancel(ReconfigureRequest reconfigure) {
    context.progress().say(Messages.text("action.taking-back"));
    Thread.ofPlatform()
        .daemon()
        .name("enit-action-cancel")
        .start(
            () -> {
              try {
                do {
                  reconfigure.cancel(Deadline.in(TO_CANCEL));
                } while (!over.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private ActionResult result(ReconfigureOutcome outcome) {
    List<String> lines = OutcomeText.of(plan, outcome);
    Optional<String> error = OutcomeText.error(saved.release(), outcome);
    return error
        .map(text -> ActionResult.of(kind(outcome), text).with(lines))
        .orElseGet(() -> new ActionResult(kind(outcome), lines));
  }

  private Outcome kind(ReconfigureOutcome outcome) {
    return switch (outcome) {
      case Applied _ -> plan.isChange() ? Outcome.DONE : Outcome.UNCHANGED;
      case Undone undone ->
          undone.cause() instanceof Cause.Cancelled ? Outcome.CANCELLED : Outcome.FAILED;
      case Failed _ -> Outcome.FAILED;
      default -> Outcome.REFUSED;
    };
  }
}
