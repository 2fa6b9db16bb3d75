package dev.enit.lsp.action;

import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;

/** Ends an action before it has begun. */
final class ActionRefused extends Exception {
  private final transient ActionResult result;

  private ActionRefused(ActionResult result) {
    super(result.text(), null, false, false);
    this.result = result;
  }

  /** As {@link #as}, with a reason that a person can do something about. */
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
