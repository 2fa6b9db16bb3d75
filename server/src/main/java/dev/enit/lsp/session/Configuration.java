package dev.enit.lsp.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.enit.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the client: those of {@code initializationOptions} until it says others. A client
 * that can be asked is asked, and no findings are told before it has answered, since those of other
 * settings would flash up and vanish.
 */
public final class Configuration {
  /** How long findings wait for the client's settings, in milliseconds. */
  private static final long PATIENCE = 1000;

  private final Session session;
  private final Settings initial;
  private volatile Settings explicit;

  Configuration(Session session) {
    this.session = session;
    JsonElement options = session.client().initializationOptions();
    this.initial = options == null ? Settings.NONE : ClientSetting.read(options, base());
    this.explicit = initial;
  }

  /** What the client says now. */
  Settings explicit() {
    return explicit;
  }

  void start() {
    if (session.client().registersConfiguration()) {
      register();
    }
    if (session.client().hasConfiguration()) {
      session.workers().after(PATIENCE, session.findings()::start);
      ask();
    } else {
      session.findings().start();
    }
  }

  /** The client says that its settings changed, and perhaps to what. */
  public void changed(@Nullable JsonElement settings) {
    if (session.client().hasConfiguration()) {
      ask();
    } else if (settings instanceof JsonObject) {
      apply(ClientSetting.read(settings, base()));
    }
  }

  private void ask() {
    ConfigurationItem item = new ConfigurationItem();
    item.setSection(ClientSetting.SECTION);
    session
        .connection()
        .ask(
            "workspace/configuration",
            new ConfigurationParams(List.of(item)),
            (result, _) -> {
              if (result instanceof JsonArray items && !items.isEmpty()) {
                apply(ClientSetting.read(items.get(0), base()));
              }
              session.findings().start();
            });
  }

  private void apply(Settings settings) {
    Settings now = settings.orElse(initial);
    if (!now.equals(explicit)) {
      explicit = now;
      session.host().configure(now);
      session.files().settingsChanged();
      session.nodeNames().filesChanged();
      session.changed(null);
    }
  }

  /** Otherwise VS Code tells nobody of a change. */
  private void register() {
    JsonObject options = new JsonObject();
    options.addProperty("section", ClientSetting.SECTION);
    String method = "workspace/didChangeConfiguration";
    session
        .connection()
        .ask(
            "client/registerCapability",
            new RegistrationParams(List.of(new Registration("enit-settings", method, options))),
            session.log()::refused);
  }

  private Path base() {
    return session.folders().isEmpty() ? Path.of("").toAbsolutePath() : session.folders().get(0);
  }
}
