package dev.enit.core.source;

import java.nio.file.Path;

/** A file that exists: read, or unreadable. A file that does not exist has no source. */
public sealed interface Source permits SourceFile, Source.UnreadableFile {
  Path path();

  /**
   * A file that exists and cannot be read.
   *
   * @param reason the reason as text, such as {@code permission denied}
   */
  record UnreadableFile(Path path, String reason) implements Source {}
}
