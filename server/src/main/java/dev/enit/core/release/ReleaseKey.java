package dev.enit.core.release;

import java.nio.file.Path;
import java.util.Optional;

/** The identity of a release: its name and its directories. Its files need not exist. */
public record ReleaseKey(Roots roots, String name) {
  public static final String SPECIFICATION = "release.enit";

  public Path folder() {
    return roots.releaseDir().resolve(name);
  }

  public Path specification() {
    return folder().resolve(SPECIFICATION);
  }

  public Optional<Path> configFolder() {
    return roots.configDir().map(directory -> directory.resolve(name));
  }
}
