package dev.enit.core.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of enit: its directories, OTP and secret keys. The next source, in the end the
 * defaults, supplies what is absent.
 *
 * @param releaseDir the directory that holds a directory for each release, with its specification
 *     and defaults
 * @param configDir the directory that holds a directory for each release, with the configuration of
 *     the host
 * @param otp the root of an OTP installation (what {@code code:root_dir/0} says)
 * @param libDirs folders of applications, before those of OTP, as in {@code ERL_LIBS}
 * @param secrets keys whose values are secrets, by application
 */
public record Settings(
    Optional<Path> releaseDir,
    Optional<Path> configDir,
    Optional<Path> otp,
    List<Path> libDirs,
    Map<String, Set<String>> secrets) {
  /** Empty settings. */
  public static final Settings NONE =
      new Settings(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public static final Path DEFAULT_RELEASE_DIR = Path.of("/var/lib/enit");
  public static final Path DEFAULT_CONFIG_DIR = Path.of("/etc/enit");

  public Settings {
    libDirs = List.copyOf(libDirs);
    secrets = Map.copyOf(secrets);
  }

  /** Creates settings that declare no secrets. */
  public Settings(
      Optional<Path> releaseDir, Optional<Path> configDir, Optional<Path> otp, List<Path> libDirs) {
    this(releaseDir, configDir, otp, libDirs, Map.of());
  }

  /** Returns settings that only declare secrets. */
  static Settings ofSecrets(Map<String, Set<String>> secrets) {
    return new Settings(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), secrets);
  }

  /**
   * Returns these settings, completed with others where they are absent, and the secrets of both.
   */
  public Settings orElse(Settings others) {
    return new Settings(
        releaseDir.or(others::releaseDir),
        configDir.or(others::configDir),
        otp.or(others::otp),
        libDirs.isEmpty() ? others.libDirs : libDirs,
        union(secrets, others.secrets));
  }

  private static Map<String, Set<String>> union(
      Map<String, Set<String>> one, Map<String, Set<String>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Map<String, Set<String>> both = new HashMap<>(one);
    other.forEach(
        (application, keys) ->
            both.merge(
                application,
                keys,
                (a, b) -> Stream.concat(a.stream(), b.stream()).collect(Collectors.toSet())));
    return both;
  }
}
