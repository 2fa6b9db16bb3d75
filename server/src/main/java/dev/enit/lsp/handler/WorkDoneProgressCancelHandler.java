package dev.enit.lsp.handler;

import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;

/** A person has had enough of something that takes long. */
public final class WorkDoneProgressCancelHandler
    implements NotificationHandler<WorkDoneProgressCancelParams> {
  @Override
  public void take(Session session, WorkDoneProgressCancelParams params) {
    if (params.getToken() != null) {
      session.actions().cancel(params.getToken());
    }
  }
}
