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
 * The settings that a client can make, in the section {@value #SECTION}: the one list of them. Each
 * is given as in the client's JSON; a dot in a name leads into an object, and a relative path
 * counts from the first folder of the workspace. A setting that is empty, {@code null} or of
 * another type counts as not made.
 */
public enum ClientSetting {
  /** Where the releases are: a folder for each, with its {@code release.enit}. */
  RELEASE_DIR("releaseDir", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(first(paths), Optional.empty(), Optional.empty(), List.of());
    }
  },
  /** Where this host configures them: a folder for each. */
  CONFIG_DIR("configDir", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), first(paths), Optional.empty(), List.of());
    }
  },
  /** The OTP whose applications are installed, instead of the one whose {@code erl} is found. */
  OTP("otp", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), Optional.empty(), first(paths), List.of());
    }
  },
  /** Further directories of applications, before those of OTP. */
  LIB_DIRS("libDirs", Type.PATHS) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), Optional.empty(), Optional.empty(), paths);
    }
  },
  /** The version behind the name of an application. */
  HINT_VERSIONS("inlayHints.versions", Type.ON),
  /** The value in force behind one that is overridden. */
  HINT_OVERRIDDEN("inlayHints.overridden", Type.ON),
  /** What a number means in its unit. */
  HINT_UNITS("inlayHints.units", Type.ON),
  /**
   * Whether the workspace is trusted; nothing runs and nothing is connected with otherwise, nor
   * outside its folders and the configured directories. Not for users to set: a client with a
   * notion of trust says it, over whatever settings there are.
   */
  TRUSTED("trusted", Type.ON),
  /** Whether the running nodes of the releases that are open are followed. */
  LIVE("live.enabled", Type.ON),
  /** Whether those on other hosts are as well, without being asked for. */
  LIVE_ELSEWHERE("live.otherHosts", Type.OFF);

  /** What all of them stand under. */
  public static final String SECTION = "enit";

  /** What a setting's value is in JSON. */
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

  /** The name without its section. */
  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  /** What one says to the core that is a path. */
  Settings of(List<Path> paths) {
    return Settings.NONE;
  }

  /** The settings of a JSON object, which may stand below the section's name or directly. */
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
