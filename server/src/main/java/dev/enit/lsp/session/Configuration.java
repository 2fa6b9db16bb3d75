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
 * that can be asked is asked, and no diagnostics are told before it has answered, since those of
 * other settings would flash up and vanish.
 */
public final class Configuration {
  /** How long diagnostics wait for the client's settings, in milliseconds. */
  private static final long PATIENCE = 1000;

  private final Session session;
  private volatile ClientSettings present;

  /** What the client said last; relative paths in it count from what is the first folder then. */
  private volatile @Nullable JsonElement told;

  Configuration(Session session) {
    this.session = session;
    this.present = settings();
  }

  /** What the client says to the core now. */
  public Settings explicit() {
    return present.core();
  }

  /** What the client says now. */
  public ClientSettings present() {
    return present;
  }

  void start() {
    if (session.client().registersConfiguration()) {
      register();
    }
    if (session.client().hasConfiguration()) {
      session.workers().after(PATIENCE, session::settled);
      ask();
    } else {
      session.settled();
    }
  }

  /** The client says that its settings changed, and perhaps to what. */
  public void changed(@Nullable JsonElement settings) {
    if (session.client().hasConfiguration()) {
      ask();
    } else if (settings instanceof JsonObject) {
      apply(settings);
    }
  }

  /** Other folders of the workspace: relative paths may mean something else. */
  public void foldersChanged() {
    apply(told);
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
                apply(items.get(0));
              }
              session.settled();
            });
  }

  private void apply(@Nullable JsonElement settings) {
    ClientSettings before = present;
    told = settings;
    present = settings();
    if (!present.core().equals(before.core())) {
      session.host().configure(present.core());
      session.files().settingsChanged();
      session.nodeNames().filesChanged();
      session.changed(null);
    }
    if (!present.switches().equals(before.switches())) {
      session.switched();
    }
  }

  /** What the client said last, and what that leaves open from its first words. */
  private ClientSettings settings() {
    return read(told).orElse(read(session.client().initializationOptions()));
  }

  private ClientSettings read(@Nullable JsonElement settings) {
    return settings == null ? ClientSettings.NONE : ClientSetting.read(settings, base());
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
