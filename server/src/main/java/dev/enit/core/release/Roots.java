package dev.enit.core.release;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The two directories that hold releases and their host configuration.
 *
 * @param configDir empty if the releases have no configuration of a host
 */
public record Roots(Path releaseDir, Optional<Path> configDir) {
  private static final Path RELEASES = Path.of("var/lib/enit");
  private static final Path CONFIGS = Path.of("etc/enit");

  /**
   * Returns the roots of a host tree below a prefix, from its release directory {@code
   * P/var/lib/enit}.
   */
  public static Optional<Roots> impliedByReleaseDir(Path releaseDir) {
    return prefix(releaseDir, RELEASES)
        .map(prefix -> new Roots(releaseDir, Optional.of(prefix.resolve(CONFIGS))));
  }

  /**
   * Returns the roots of a host tree below a prefix, from its configuration directory {@code
   * P/etc/enit}.
   */
  public static Optional<Roots> impliedByConfigDir(Path configDir) {
    return prefix(configDir, CONFIGS)
        .map(prefix -> new Roots(prefix.resolve(RELEASES), Optional.of(configDir)));
  }

  /** Returns the root folder of a host tree, or empty if this is the host itself. */
  public Optional<Path> prefix() {
    return prefix(releaseDir, RELEASES).filter(prefix -> prefix.getNameCount() > 0);
  }

  /** Returns whether this is the deployed tree of this host, not a host tree elsewhere. */
  public boolean isDeployed() {
    return prefix().isEmpty();
  }

  private static Optional<Path> prefix(Path directory, Path end) {
    if (!directory.isAbsolute() || !directory.endsWith(end)) {
      return Optional.empty();
    }
    Path prefix = directory;
    for (int i = 0; i < end.getNameCount(); i++) {
      prefix = java.util.Objects.requireNonNull(prefix.getParent());
    }
    return Optional.of(prefix);
  }
}
