package dev.enit.lsp.action;

import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;

/** Thrown when an action is refused before it has begun. */
final class ActionRefused extends Exception {
  private final transient ActionResult result;

  private ActionRefused(ActionResult result) {
    super(result.text(), null, false, false);
    this.result = result;
  }

  /** Returns a refusal with a reason that the user can act on. */
  static ActionRefused because(String reason) {
    return as(ActionResult.of(Outcome.REFUSED, reason));
  }

  static ActionRefused as(ActionResult result) {
    return new ActionRefused(result);
  }

  ActionResult result() {
    return result;
  }
}
