package dev.enit.cli.check;

import dev.enit.cli.check.CheckTargets.CheckTarget;
import dev.enit.cli.check.CheckTargets.OneFile;
import dev.enit.cli.check.CheckTargets.WholeRelease;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.source.Place;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A run of the checks over targets, on all processors. Results arrive in the order of the targets,
 * each as soon as it is known.
 */
final class CheckRun implements AutoCloseable {
  /**
   * The diagnostics of a target.
   *
   * @param files the files that were checked, with or without diagnostics
   * @param diagnostics by file, each file's in the order of its text
   */
  record Checked(List<Path> files, List<Diagnostic> diagnostics) {}

  private final WorkspaceHost host;
  private final ExecutorService executor;

  CheckRun(WorkspaceHost host) {
    this.host = host;
    this.executor =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().daemon().factory());
  }

  /** Checks the targets; the report is called on this thread. */
  void run(List<CheckTarget> targets, Consumer<Checked> report) {
    Workspace workspace = learnNodeNames(host.snapshot(), targets);
    Deque<Future<Checked>> pending = new ArrayDeque<>();
    targets.forEach(target -> pending.add(executor.submit(() -> check(workspace, target))));
    while (!pending.isEmpty()) {
      report.accept(await(pending.remove()));
    }
  }

  /** Stops what still runs: the reader of the output may be gone. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Reads all releases of the directories: any two of them may share a node name. */
  private Workspace learnNodeNames(Workspace before, List<CheckTarget> targets) {
    Workspace workspace = before;
    for (Roots roots : roots(before, targets)) {
      List<Future<?>> read = new ArrayList<>();
      for (ReleaseKey key : ReleaseFiles.releases(roots, before.sources())) {
        read.add(executor.submit(() -> before.release(key)));
      }
      read.forEach(CheckRun::await);
      workspace = host.learnNodeNames(before, roots);
    }
    return workspace;
  }

  private static Set<Roots> roots(Workspace workspace, List<CheckTarget> targets) {
    Set<Roots> roots = new LinkedHashSet<>();
    for (CheckTarget target : targets) {
      Optional<ReleaseKey> key =
          switch (target) {
            case WholeRelease whole -> Optional.of(whole.key());
            case OneFile file -> workspace.releaseOf(file.path());
          };
      key.map(ReleaseKey::roots).ifPresent(roots::add);
    }
    return roots;
  }

  private static Checked check(Workspace workspace, CheckTarget target) {
    return switch (target) {
      case WholeRelease(ReleaseKey key) -> {
        List<Diagnostic> diagnostics =
            Diagnostics.of(workspace, key).values().stream().flatMap(List::stream).toList();
        yield new Checked(workspace.filesOf(key), diagnostics);
      }
      case OneFile(Path path) ->
          new Checked(
              List.of(path),
              workspace.source(path).orElse(null) instanceof UnreadableFile closed
                  ? List.of(unreadable(closed))
                  : Diagnostics.of(workspace, path));
    };
  }

  /** Returns what the specification would say in a check of the whole release. */
  private static Diagnostic unreadable(UnreadableFile closed) {
    Place place = new Place(closed.path(), Span.at(0));
    return Diagnostic.of(DiagnosticCode.UNREADABLE_LAYER, place, closed.path(), closed.reason());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
