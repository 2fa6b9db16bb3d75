package dev.enit.cli.check;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.source.Place;
import dev.enit.core.source.UnreadableFile;
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
 * Looks at targets on all processors and hands over what was found in the order of the targets, as
 * soon as it is known.
 */
final class CheckRun implements AutoCloseable {
  private final WorkspaceHost host;
  private final ExecutorService executor;

  CheckRun(WorkspaceHost host) {
    this.host = host;
    this.executor =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().daemon().factory());
  }

  void run(List<CheckTarget> targets, Consumer<CheckedTarget> report) {
    Workspace workspace = learnNodeNames(host.snapshot(), targets);
    Deque<Future<CheckedTarget>> pending = new ArrayDeque<>();
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

  /** A release may share its node's name with any other of its directory. */
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
            case CheckTarget.WholeRelease whole -> Optional.of(whole.key());
            case CheckTarget.OneFile file -> workspace.releaseOf(file.path());
          };
      key.map(ReleaseKey::roots).ifPresent(roots::add);
    }
    return roots;
  }

  private static CheckedTarget check(Workspace workspace, CheckTarget target) {
    return switch (target) {
      case CheckTarget.WholeRelease(ReleaseKey key) -> {
        List<Diagnostic> diagnostics =
            Diagnostics.of(workspace, key).values().stream().flatMap(List::stream).toList();
        yield new CheckedTarget(workspace.filesOf(key), diagnostics);
      }
      case CheckTarget.OneFile(Path path) ->
          new CheckedTarget(
              List.of(path),
              workspace.source(path).orElse(null) instanceof UnreadableFile closed
                  ? List.of(unreadable(closed))
                  : Diagnostics.of(workspace, path));
    };
  }

  /** Otherwise the specification of the release says so, which is not looked at here. */
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
