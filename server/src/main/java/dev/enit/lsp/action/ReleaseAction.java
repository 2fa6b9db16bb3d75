package dev.enit.lsp.action;

import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;

/**
 * An action on the node of a release, which uses the files on the disk and does what the same
 * command of the command line does.
 */
public interface ReleaseAction {
  /** Returns the name of the action in the keys of its messages. */
  String name();

  /**
   * Runs the action on a dedicated thread.
   *
   * @throws ActionRefused if the action is refused before it has begun
   * @throws java.util.concurrent.CancellationException if the user declines before the action has
   *     begun
   */
  ActionResult run(ActionContext context) throws ActionRefused;

  /** Runs the action and returns a refusal as its result. */
  default ActionResult result(ActionContext context) {
    try {
      return run(context);
    } catch (ActionRefused refused) {
      return refused.result();
    }
  }
}
