package dev.enit.lsp.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings that a client can make, in the section {@value #SECTION}: the one list of them. Each
 * is given as in the client's JSON; a relative path counts from the first folder of the workspace.
 * A setting that is empty, {@code null} or of another type counts as not made.
 */
public enum ClientSetting {
  RELEASE_DIR("releaseDir", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(first(paths), Optional.empty(), Optional.empty(), List.of());
    }
  },
  CONFIG_DIR("configDir", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), first(paths), Optional.empty(), List.of());
    }
  },
  OTP("otp", Type.PATH) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), Optional.empty(), first(paths), List.of());
    }
  },
  LIB_DIRS("libDirs", Type.PATHS) {
    @Override
    Settings of(List<Path> paths) {
      return new Settings(Optional.empty(), Optional.empty(), Optional.empty(), paths);
    }
  };

  /** What all of them stand under. */
  public static final String SECTION = "enit";

  /** What a setting's value is in JSON. */
  public enum Type {
    /** A string. */
    PATH,
    /** An array of strings. */
    PATHS
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

  abstract Settings of(List<Path> paths);

  /** The settings of a JSON object, which may stand below the section's name or directly. */
  static Settings read(JsonElement json, Path base) {
    JsonElement section =
        json instanceof JsonObject object && object.get(SECTION) instanceof JsonObject inner
            ? inner
            : json;
    Settings settings = Settings.NONE;
    if (section instanceof JsonObject object) {
      for (ClientSetting setting : values()) {
        settings = settings.orElse(setting.of(setting.paths(object.get(setting.key), base)));
      }
    }
    return settings;
  }

  private List<Path> paths(@org.jspecify.annotations.Nullable JsonElement value, Path base) {
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
