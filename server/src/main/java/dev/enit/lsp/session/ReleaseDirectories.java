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
 * The release directories in the folders of the workspace: searched for in the background when the
 * folders become known, and kept up to date by the files that the client sees change.
 */
public final class ReleaseDirectories {
  /** How long a search takes before the client shows its progress, in nanoseconds. */
  private static final long LONG = 1_000_000_000;

  /** Between two searches for a client that does not watch files, in nanoseconds. */
  private static final long PAUSE = 10_000_000_000L;

  private final Session session;
  private final LatestOnly<List<Path>> lane;
  private int searches;
  private volatile long ended;

  ReleaseDirectories(Session session) {
    this.session = session;
    this.lane = new LatestOnly<>(session.workers().search(), this::fenced);
  }

  /** Searches the folders of the workspace; returns at once. */
  public void search() {
    lane.submit(List.copyOf(session.folders()));
  }

  /** Searches again for a client that does not watch files, now and then. */
  void look() {
    if (!session.client().watchesFiles() && System.nanoTime() - ended > PAUSE) {
      search();
    }
  }

  /** A new specification is in a release directory that may not be known. */
  void filesChanged(Collection<Path> paths) {
    Set<Path> known = new HashSet<>(session.host().snapshot().releaseDirectories());
    boolean isNew = false;
    for (Path path : paths) {
      Path release = path.getParent();
      Path directory = release == null ? null : release.getParent();
      if (directory != null
          && path.endsWith(ReleaseKey.SPECIFICATION)
          && session.folders().stream().anyMatch(folder -> ReleaseSearch.reaches(folder, path))
          && Files.isRegularFile(path)) {
        isNew |= known.add(directory);
      }
    }
    if (isNew) {
      session.host().releaseDirectories(known);
    }
  }

  /**
   * Forgets the directories that are gone. A client that sees a tree removed reports its topmost
   * folder at most, which no pattern of files matches. Reads the disk.
   */
  public void verify() {
    Set<Path> known = session.host().snapshot().releaseDirectories();
    List<Path> gone = known.stream().filter(directory -> !Files.isDirectory(directory)).toList();
    if (!gone.isEmpty()) {
      Set<Path> left = new HashSet<>(session.host().snapshot().releaseDirectories());
      gone.forEach(left::remove);
      session.host().filesChanged(gone);
      session.host().releaseDirectories(left);
      session.changed(null);
    }
  }

  private void fenced(List<Path> folders) {
    Progressing progressing = new Progressing();
    try {
      Set<Path> found = new HashSet<>();
      for (Path folder : folders) {
        ReleaseSearch.Result result =
            ReleaseSearch.in(folder, ReleaseSearch.Limits.DEFAULT, progressing::step);
        found.addAll(result.directories());
        if (!result.isComplete()) {
          session
              .log()
              .warn(
                  Messages.text(
                      "lsp.search-ended", folder, ReleaseSearch.Limits.DEFAULT.folders()));
        }
      }
      if (!found.equals(session.host().snapshot().releaseDirectories())) {
        session.host().releaseDirectories(found);
        session.changed(null);
      }
    } catch (CancellationException superseded) {
      // Another search follows, or the session has ended.
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the search for releases", e);
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
      if (shown == null && session.client().showsProgress() && System.nanoTime() - start > LONG) {
        searches++;
        shown =
            WorkDoneProgress.background(
                session.connection(), "enit-search-" + searches, Messages.text("lsp.searching"));
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
