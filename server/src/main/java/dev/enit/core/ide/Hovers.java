package dev.enit.core.ide;

import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/** What stands at a place, and which value wins and why. */
public final class Hovers {
  private Hovers() {}

  /** The hover at an offset of a file; nothing where there is nothing to say. */
  public static Optional<Hover> at(Workspace workspace, Path path, int offset) {
    return Optional.empty();
  }
}
