package dev.enit.core.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where to look. What is absent here is decided by the next source, in the end by the defaults.
 *
 * @param releaseDir holds a directory for each release, with its specification and defaults
 * @param configDir holds a directory for each release, with the configuration of the host
 * @param otp the root of an OTP installation (what {@code code:root_dir/0} says)
 * @param libDirs folders of applications, before those of OTP, as in {@code ERL_LIBS}
 */
public record Settings(
    Optional<Path> releaseDir, Optional<Path> configDir, Optional<Path> otp, List<Path> libDirs) {
  /** Nothing said. */
  public static final Settings NONE =
      new Settings(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public static final Path DEFAULT_RELEASE_DIR = Path.of("/var/lib/enit");
  public static final Path DEFAULT_CONFIG_DIR = Path.of("/etc/enit");

  public Settings {
    libDirs = List.copyOf(libDirs);
  }

  /** These settings, and what they leave open from others. */
  public Settings orElse(Settings others) {
    return new Settings(
        releaseDir.or(others::releaseDir),
        configDir.or(others::configDir),
        otp.or(others::otp),
        libDirs.isEmpty() ? others.libDirs : libDirs);
  }
}
