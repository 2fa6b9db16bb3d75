package dev.enit.core.ide;

import dev.enit.core.workspace.TextChange;
import java.nio.file.Path;
import java.util.List;

/** A change of one file of a workspace. */
public sealed interface FileChange {
  Path path();

  /**
   * A file with another text.
   *
   * @param edits ascending and apart, in offsets of the text as it is
   */
  record Edited(Path path, List<TextChange> edits) implements FileChange {
    public Edited {
      edits = List.copyOf(edits);
    }
  }

  /** A file that is not there yet. */
  record Created(Path path, String text) implements FileChange {}

  /** A file or folder that moves; {@code path} is where it was. */
  record Renamed(Path path, Path to) implements FileChange {}
}
