package dev.enit.core.source;

import dev.enit.core.source.Source.UnreadableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a snapshot: open documents first, then the disk. One instance always returns the
 * same results.
 */
public interface Sources {
  /** Returns the file, or empty if it is absent. */
  Optional<Source> source(Path path);

  /**
   * Returns the plain files of a folder by name (by code point), or none if the folder is absent.
   */
  List<Path> files(Path folder);

  /** Returns the folders in a folder by name, or none if it is absent. */
  List<Path> folders(Path folder);

  /** Returns why an existing folder cannot be listed, or empty if it can. */
  Optional<UnreadableFile> closed(Path folder);

  /** Returns the file, or empty if it cannot be read. */
  default Optional<SourceFile> readable(Path path) {
    return source(path).map(source -> source instanceof SourceFile file ? file : null);
  }
}
