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
 * The settings of the client: those of {@code initializationOptions} until it sends others. A
 * client that supports {@code workspace/configuration} is asked, and no diagnostics are published
 * before it has answered, since those of other settings would flash up and vanish.
 */
public final class Configuration {
  /** The time that diagnostics wait for the client's settings, in milliseconds. */
  private static final long TIMEOUT_MILLIS = 1000;

  private final Session session;
  private volatile ClientSettings present;

  /**
   * The settings that the client sent last; relative paths in them are resolved against the folder
   * that is the first one at the time.
   */
  private volatile @Nullable JsonElement told;

  Configuration(Session session) {
    this.session = session;
    this.present = settings();
  }

  /** Returns the current settings of the core. */
  public Settings explicit() {
    return present.core();
  }

  /** Returns the current settings. */
  public ClientSettings present() {
    return present;
  }

  void start() {
    if (session.client().registersConfiguration()) {
      register();
    }
    if (session.client().hasConfiguration()) {
      session.workers().after(TIMEOUT_MILLIS, session::settled);
      ask();
    } else {
      session.settled();
    }
  }

  /** Asks for changed settings, or applies the given ones if the client cannot be asked. */
  public void changed(@Nullable JsonElement settings) {
    if (session.client().hasConfiguration()) {
      ask();
    } else if (settings instanceof JsonObject) {
      apply(settings);
    }
  }

  /**
   * Reads the settings again: the folders of the workspace have changed, and relative paths may
   * have another meaning.
   */
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

  /** Returns the settings sent last, completed by those of {@code initializationOptions}. */
  private ClientSettings settings() {
    return read(told).orElse(read(session.client().initializationOptions()));
  }

  private ClientSettings read(@Nullable JsonElement settings) {
    return settings == null ? ClientSettings.NONE : ClientSetting.read(settings, base());
  }

  /** Registers for changes of the settings; without that, VS Code sends none. */
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
