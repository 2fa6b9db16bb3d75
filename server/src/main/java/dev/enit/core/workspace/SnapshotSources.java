package dev.enit.core.workspace;

import dev.enit.core.source.Source;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.source.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The sources of a snapshot: open texts before the disk; a document that was never saved is a file
 * of its folder all the same.
 */
record SnapshotSources(Map<Path, SourceFile> open, FileCache disk, SettingsByFolder scopes)
    implements Sources {
  @Override
  public Optional<Source> source(Path path) {
    SourceFile document = open.get(path);
    if (document != null) {
      return Optional.of(document);
    }
    Path folder = path.getParent();
    return disk.source(path, scopes.syntax(folder == null ? path : folder));
  }

  @Override
  public List<Path> files(Path folder) {
    List<Path> onDisk = disk.files(folder);
    List<Path> unsaved =
        open.keySet().stream()
            .filter(path -> folder.equals(path.getParent()) && !onDisk.contains(path))
            .toList();
    if (unsaved.isEmpty()) {
      return onDisk;
    }
    TreeSet<Path> all = new TreeSet<>(onDisk);
    all.addAll(unsaved);
    return List.copyOf(all);
  }

  @Override
  public List<Path> folders(Path folder) {
    return disk.folders(folder);
  }

  @Override
  public Optional<UnreadableFile> closed(Path folder) {
    return disk.closed(folder);
  }
}
