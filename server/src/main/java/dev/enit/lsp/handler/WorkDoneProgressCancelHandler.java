package dev.enit.lsp.handler;

import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;

/** Handles {@code window/workDoneProgress/cancel}: cancels an action. */
public final class WorkDoneProgressCancelHandler
    implements NotificationHandler<WorkDoneProgressCancelParams> {
  @Override
  public void take(Session session, WorkDoneProgressCancelParams params) {
    if (params.getToken() != null) {
      session.actions().cancel(params.getToken());
    }
  }
}
