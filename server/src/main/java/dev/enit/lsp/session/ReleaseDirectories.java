package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.ReleaseSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The release directories in the folders of the workspace: searched in the background when the
 * folders become known, and updated by the client's file events.
 */
public final class ReleaseDirectories implements SessionListener {
  /** The duration of a search after which its progress is shown, in nanoseconds. */
  private static final long LONG = 1_000_000_000;

  /** The pause between two searches for a client that does not watch files, in nanoseconds. */
  private static final long PAUSE = 10_000_000_000L;

  private final SessionContext context;
  private final LatestOnly<List<Path>> lane;
  private int searches;
  private volatile long ended;

  ReleaseDirectories(SessionContext context) {
    this.context = context;
    this.lane =
        context.latestOnly(context.workers().search(), "the search for releases", this::searchAll);
  }

  /** Starts a search of the workspace folders and returns at once. */
  public void search() {
    lane.submit(List.copyOf(context.folders()));
  }

  /** Searches again, at intervals, for a client that does not watch files. */
  void look() {
    if (!context.client().watchesFiles() && System.nanoTime() - ended > PAUSE) {
      search();
    }
  }

  /** Adds the release directories of new specifications. */
  @Override
  public void filesChanged(Collection<Path> paths) {
    Set<Path> known = new HashSet<>(context.host().snapshot().releaseDirectories());
    boolean isNew = false;
    for (Path path : paths) {
      Path release = path.getParent();
      Path directory = release == null ? null : release.getParent();
      if (directory != null
          && path.endsWith(ReleaseKey.SPECIFICATION)
          && context.folders().stream().anyMatch(folder -> ReleaseSearch.reaches(folder, path))
          && Files.isRegularFile(path)) {
        isNew |= known.add(directory);
      }
    }
    if (isNew) {
      context.host().releaseDirectories(known);
    }
  }

  /**
   * Removes the directories that no longer exist. A client reports at most the topmost folder of a
   * removed tree, which no file pattern matches. Reads the disk.
   */
  public void verify() {
    Set<Path> known = context.host().snapshot().releaseDirectories();
    List<Path> gone = known.stream().filter(directory -> !Files.isDirectory(directory)).toList();
    if (!gone.isEmpty()) {
      Set<Path> left = new HashSet<>(context.host().snapshot().releaseDirectories());
      gone.forEach(left::remove);
      context.host().filesChanged(gone);
      context.host().releaseDirectories(left);
      context.events().workspaceChanged(null);
    }
  }

  private void searchAll(List<Path> folders) {
    Progressing progressing = new Progressing();
    try {
      Set<Path> found = new HashSet<>();
      for (Path folder : folders) {
        ReleaseSearch.Result result =
            ReleaseSearch.in(folder, ReleaseSearch.Limits.DEFAULT, progressing::step);
        found.addAll(result.directories());
        if (!result.isComplete()) {
          context
              .log()
              .warn(
                  Messages.text(
                      "lsp.search-ended", folder, ReleaseSearch.Limits.DEFAULT.folders()));
        }
      }
      if (!found.equals(context.host().snapshot().releaseDirectories())) {
        context.host().releaseDirectories(found);
        context.events().workspaceChanged(null);
      }
    } finally {
      ended = System.nanoTime();
      progressing.end();
    }
  }

  /** The progress of one search, shown when it takes long. */
  private final class Progressing {
    private final long start = System.nanoTime();
    private int count;
    private @Nullable WorkDoneProgress shown;

    private void step(int ignored) {
      if (lane.isOvertaken() || Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
      count++;
      if (shown == null && context.client().showsProgress() && System.nanoTime() - start > LONG) {
        searches++;
        shown =
            WorkDoneProgress.background(
                context.connection(), "enit-search-" + searches, Messages.text("lsp.searching"));
      }
      if (shown != null && count % 500 == 0) {
        shown.say(Messages.text("lsp.searched", count));
      }
    }

    private void end() {
      if (shown != null) {
        shown.end();
      }
    }
  }
}
