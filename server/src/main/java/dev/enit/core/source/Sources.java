package dev.enit.core.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where files come from: open texts first, then the disk. One instance always gives the same
 * answers.
 */
public interface Sources {
  /** The file, or nothing where it is absent. */
  Optional<Source> source(Path path);

  /** The plain files of a folder by name (by code point); nothing where the folder is absent. */
  List<Path> files(Path folder);

  /** The folders in a folder by name; nothing where it is absent. */
  List<Path> folders(Path folder);

  /** Why a folder cannot be listed although it exists. */
  Optional<UnreadableFile> closed(Path folder);

  /** The file where it can be read. */
  default Optional<SourceFile> readable(Path path) {
    return source(path).map(source -> source instanceof SourceFile file ? file : null);
  }
}
