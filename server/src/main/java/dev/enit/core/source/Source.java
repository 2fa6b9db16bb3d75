package dev.enit.core.source;

import java.nio.file.Path;

/** A file that is there: read, or not readable. A file that is not there is no source at all. */
public sealed interface Source permits SourceFile, UnreadableFile {
  Path path();
}
