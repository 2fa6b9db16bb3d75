package dev.enit.core.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sources of settings, by precedence: explicit ones (options or editor settings), the
 * environment, the nearest {@code enit.config} at or above the file in question, and the one of the
 * host.
 */
public final class SettingsSources {
  private final Settings explicit;
  private final Settings host;

  private SettingsSources(Settings explicit, Settings host) {
    this.explicit = explicit;
    this.host = host;
  }

  public static SettingsSources of(Settings explicit, Map<String, String> environment) {
    return of(explicit, environment, Settings.DEFAULT_CONFIG_DIR.resolve(SettingsFile.NAME));
  }

  /** Returns the same as {@link #of(Settings, Map)}, with another file of the host. */
  static SettingsSources of(Settings explicit, Map<String, String> environment, Path host) {
    return new SettingsSources(explicit.orElse(environment(environment)), SettingsFile.read(host));
  }

  /** Returns the explicit settings, completed from the environment. */
  public Settings explicit() {
    return explicit;
  }

  /** Returns the settings that apply to the files of a directory. */
  public Settings at(Path directory) {
    return nearest(directory)
        .map(SettingsFile::read)
        .map(explicit::orElse)
        .orElse(explicit)
        .orElse(host);
  }

  /**
   * Returns the settings file that applies to a directory: its own or that of the nearest directory
   * above.
   */
  public static Optional<Path> nearest(Path directory) {
    Path at = directory.toAbsolutePath().normalize();
    while (at != null) {
      Path file = at.resolve(SettingsFile.NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  private static Settings environment(Map<String, String> environment) {
    return new Settings(
        path(environment.get("ENIT_RELEASE_DIR")),
        path(environment.get("ENIT_CONFIG_DIR")),
        path(environment.get("ENIT_OTP")),
        paths(environment.getOrDefault("ENIT_LIB_DIR", "")));
  }

  private static Optional<Path> path(@org.jspecify.annotations.Nullable String value) {
    return value == null || value.isEmpty()
        ? Optional.empty()
        : Optional.of(Path.of(value).toAbsolutePath().normalize());
  }

  /** Returns the folders in a list that is separated by colons, as {@code ERL_LIBS} is. */
  public static List<Path> paths(String value) {
    List<Path> paths = new ArrayList<>();
    for (String part : value.split(":", -1)) {
      path(part).ifPresent(paths::add);
    }
    return paths;
  }
}
