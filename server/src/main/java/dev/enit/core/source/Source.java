package dev.enit.core.source;

import java.nio.file.Path;

/** A file that exists: read, or unreadable. A file that does not exist has no source. */
public sealed interface Source permits SourceFile, UnreadableFile {
  Path path();
}
