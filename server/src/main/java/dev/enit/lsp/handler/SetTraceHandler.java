package dev.enit.lsp.handler;

import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.SetTraceParams;

/** Handles {@code $/setTrace}: switches messages on the duration of requests on or off. */
public final class SetTraceHandler implements NotificationHandler<SetTraceParams> {
  @Override
  public void take(Session session, SetTraceParams params) {
    session.log().setTrace(ParamsReader.required(params.getValue(), "value"));
  }
}
