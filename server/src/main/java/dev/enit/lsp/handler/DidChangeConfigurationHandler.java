package dev.enit.lsp.handler;

import com.google.gson.JsonElement;
import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.DidChangeConfigurationParams;

/** Handles {@code workspace/didChangeConfiguration}: applies the new settings of the client. */
public final class DidChangeConfigurationHandler
    implements NotificationHandler<DidChangeConfigurationParams> {
  @Override
  public void take(Session session, DidChangeConfigurationParams params) {
    session
        .configuration()
        .changed(params.getSettings() instanceof JsonElement settings ? settings : null);
  }
}
