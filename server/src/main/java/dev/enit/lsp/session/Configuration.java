package dev.enit.lsp.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.enit.core.settings.Settings;
import dev.enit.lsp.convert.ClientCapabilities;
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

  private final SessionContext context;
  private volatile ClientSettings present;

  /**
   * The settings that the client sent last; relative paths in them are resolved against the folder
   * that is the first one at the time.
   */
  private volatile @Nullable JsonElement told;

  Configuration(SessionContext context) {
    this.context = context;
    this.present = settings(null, context.client(), context.folders());
  }

  /** Returns the settings of the core in {@code initializationOptions}. */
  static Settings initial(ClientCapabilities client, List<Path> folders) {
    return settings(null, client, folders).core();
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
    if (context.client().registersConfiguration()) {
      register();
    }
    if (context.client().hasConfiguration()) {
      context.workers().after(TIMEOUT_MILLIS, context.events()::ready);
      ask();
    } else {
      context.events().ready();
    }
  }

  /** Asks for changed settings, or applies the given ones if the client cannot be asked. */
  public void changed(@Nullable JsonElement settings) {
    if (context.client().hasConfiguration()) {
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
    context
        .connection()
        .ask(
            "workspace/configuration",
            new ConfigurationParams(List.of(item)),
            (result, _) -> {
              if (result instanceof JsonArray items && !items.isEmpty()) {
                apply(items.get(0));
              }
              context.events().ready();
            });
  }

  private void apply(@Nullable JsonElement settings) {
    ClientSettings before = present;
    told = settings;
    present = settings(settings, context.client(), context.folders());
    if (!present.core().equals(before.core())) {
      context.host().configure(present.core());
      context.events().settingsChanged();
      context.events().workspaceChanged(null);
    }
    if (!present.switches().equals(before.switches())) {
      context.events().switchesChanged();
    }
  }

  /** Returns the settings sent last, completed by those of {@code initializationOptions}. */
  private static ClientSettings settings(
      @Nullable JsonElement sent, ClientCapabilities client, List<Path> folders) {
    Path base = folders.isEmpty() ? Path.of("").toAbsolutePath() : folders.get(0);
    return read(sent, base).orElse(read(client.initializationOptions(), base));
  }

  private static ClientSettings read(@Nullable JsonElement settings, Path base) {
    return settings == null ? ClientSettings.NONE : ClientSetting.read(settings, base);
  }

  /** Registers for changes of the settings; without that, VS Code sends none. */
  private void register() {
    JsonObject options = new JsonObject();
    options.addProperty("section", ClientSetting.SECTION);
    String method = "workspace/didChangeConfiguration";
    context
        .connection()
        .ask(
            "client/registerCapability",
            new RegistrationParams(List.of(new Registration("enit-settings", method, options))),
            context.log()::refused);
  }
}
