package dev.enit.lsp.handler;

import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.SetTraceParams;

/** Whether the client wants to hear how long its requests took. */
public final class SetTrace implements NotificationHandler<SetTraceParams> {
  @Override
  public void take(Session session, SetTraceParams params) {
    session.log().setTrace(FromLsp.required(params.getValue(), "value"));
  }
}
