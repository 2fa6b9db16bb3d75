package dev.enit.lsp.session;

import dev.enit.core.settings.SettingsSources;
import dev.enit.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A poll of the disk for changed files, for clients that do not watch files: checks the few files
 * and folders of the releases with an open document on its own thread, every few seconds and when a
 * document is opened or saved. A path that is checked for the first time counts as changed, since
 * it may have been read before.
 */
final class DiskPoll {
  private static final long PAUSE = 3000;

  private final SessionContext context;
  private final Consumer<Collection<Path>> changed;
  private final LatestOnly<Boolean> lane;

  /** Accessed only by tasks of {@link #lane}. */
  private Map<Path, Stamp> seen = new HashMap<>();

  private volatile boolean started;

  /** The attributes of a file; {@code null} if it is absent. */
  private record Stamp(@Nullable FileTime modified, long size, @Nullable Object key) {}

  DiskPoll(SessionContext context, Consumer<Collection<Path>> changed) {
    this.context = context;
    this.changed = changed;
    this.lane =
        context.latestOnly(context.workers().disk(), "the files on the disk", _ -> compare());
  }

  void start() {
    started = true;
    context.workers().every(PAUSE, this::look);
  }

  void look() {
    if (started) {
      lane.submit(true);
    }
  }

  private void compare() {
    Map<Path, Stamp> now = new HashMap<>();
    Set<Path> different = new HashSet<>();
    for (Path path : watched(context.host().snapshot())) {
      Stamp stamp = stamp(path);
      now.put(path, stamp);
      Stamp before = seen.get(path);
      if (!stamp.equals(before)) {
        different.add(path);
      }
    }
    seen = now;
    if (!different.isEmpty()) {
      changed.accept(different);
    }
  }

  private static Set<Path> watched(Workspace workspace) {
    Set<Path> watched = new HashSet<>();
    for (Path open : workspace.openFiles()) {
      workspace
          .releaseOf(open)
          .ifPresent(
              release -> {
                watched.add(release.folder());
                release.configFolder().ifPresent(watched::add);
              });
    }
    for (Path path : AffectedFiles.open(workspace, null)) {
      Path folder = path.getParent();
      if (folder != null) {
        watched.add(path);
        watched.add(folder);
        SettingsSources.nearest(folder).ifPresent(watched::add);
      }
    }
    return watched;
  }

  private static Stamp stamp(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    } catch (IOException e) {
      return new Stamp(null, 0, null);
    }
  }
}
