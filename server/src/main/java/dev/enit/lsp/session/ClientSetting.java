package dev.enit.lsp.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client, in the section {@value #SECTION}: the one list of them. A dot in a name
 * leads into a JSON object, and a relative path is resolved against the first folder of the
 * workspace. A setting that is empty, {@code null} or of another type counts as not set.
 */
public enum ClientSetting {
  /** The directory of the releases: a directory for each, with its {@code release.enit}. */
  RELEASE_DIR("releaseDir", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(first(paths), Optional.empty(), Optional.empty(), List.of());
    }
  },
  /** The directory of this host's configuration of the releases: a directory for each. */
  CONFIG_DIR("configDir", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), first(paths), Optional.empty(), List.of());
    }
  },
  /** The OTP with the installed applications, instead of the one whose {@code erl} is found. */
  OTP("otp", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), Optional.empty(), first(paths), List.of());
    }
  },
  /** Further directories of applications, searched before those of OTP. */
  LIB_DIRS("libDirs", Type.PATHS) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), Optional.empty(), Optional.empty(), paths);
    }
  },
  /** Shows the version after the name of an application. */
  HINT_VERSIONS("inlayHints.versions", Type.ON),
  /** Shows the effective value after one that is overridden. */
  HINT_OVERRIDDEN("inlayHints.overridden", Type.ON),
  /** Shows what a number means in its unit. */
  HINT_UNITS("inlayHints.units", Type.ON),
  /**
   * Whether the workspace is trusted; only then, and only in its folders and the configured
   * directories, does the server run anything or connect to a node. Not for users to set: a client
   * with a notion of trust sends it, and it takes precedence over all settings.
   */
  TRUSTED("trusted", Type.ON),
  /** Whether to monitor the running nodes of the releases that are open. */
  LIVE("live.enabled", Type.ON),
  /** Whether to monitor running nodes on other hosts too, without a request of the user. */
  LIVE_ELSEWHERE("live.otherHosts", Type.OFF);

  /** The section of all settings. */
  public static final String SECTION = "enit";

  /** The JSON type of a setting's value. */
  public enum Type {
    /** A string. */
    PATH,
    /** An array of strings. */
    PATHS,
    /** A boolean, true unless the client says otherwise. */
    ON,
    /** A boolean, false unless the client says otherwise. */
    OFF
  }

  private final String key;
  private final Type type;

  ClientSetting(String key, Type type) {
    this.key = key;
    this.type = type;
  }

  /** Returns the name without its section. */
  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  /** Returns the settings of the core for the paths of this setting. */
  Settings of(List<Path> paths) {
    return Settings.NONE;
  }

  /** Reads the settings of a JSON object, which contains them in the section or directly. */
  static ClientSettings read(JsonElement json, Path base) {
    JsonElement section =
        json instanceof JsonObject object && object.get(SECTION) instanceof JsonObject inner
            ? inner
            : json;
    Settings settings = Settings.NONE;
    Map<ClientSetting, Boolean> switches = new EnumMap<>(ClientSetting.class);
    for (ClientSetting setting : values()) {
      JsonElement value = at(section, setting.key);
      settings = settings.orElse(setting.of(setting.paths(value, base)));
      if (setting.isSwitch() && value instanceof JsonPrimitive flag && flag.isBoolean()) {
        switches.put(setting, flag.getAsBoolean());
      }
    }
    return new ClientSettings(settings, switches);
  }

  private boolean isSwitch() {
    return type == Type.ON || type == Type.OFF;
  }

  private static @Nullable JsonElement at(JsonElement section, String key) {
    JsonElement here = section;
    for (String name : key.split("\\.", -1)) {
      here = here instanceof JsonObject object ? object.get(name) : null;
    }
    return here;
  }

  private List<Path> paths(@Nullable JsonElement value, Path base) {
    List<Path> paths = new ArrayList<>();
    if (type == Type.PATH && value instanceof JsonPrimitive) {
      path(value, base).ifPresent(paths::add);
    } else if (type == Type.PATHS && value instanceof JsonArray array) {
      array.forEach(element -> path(element, base).ifPresent(paths::add));
    }
    return paths;
  }

  private static Optional<Path> path(JsonElement value, Path base) {
    if (!(value instanceof JsonPrimitive text)
        || !text.isString()
        || text.getAsString().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(base.resolve(text.getAsString()).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> first(List<Path> paths) {
    return paths.stream().findFirst();
  }
}
