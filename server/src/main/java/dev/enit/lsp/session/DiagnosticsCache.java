package dev.enit.lsp.session;

import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.live.LiveState;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.KnownReleases;
import dev.enit.core.workspace.Workspace;
import dev.enit.lsp.convert.LspConverter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The cache of diagnostics in the types of the protocol, each computed once per snapshot: a
 * request, the check for stale diagnostics and the diagnostics of the workspace need the same ones.
 * For the workspace diagnostics, which clients request every few seconds, the reports of a release
 * are kept while it is the same object: an edit replaces only its own release.
 */
public final class DiagnosticsCache {
  private final LspConverter to;
  private final Map<ReleaseKey, Known> known = new ConcurrentHashMap<>();
  private volatile @Nullable OfSnapshot latest;

  /** The last report of each file, so that equal diagnostics keep their id. */
  private final Map<Path, DocumentDiagnostics> last = new ConcurrentHashMap<>();

  private final AtomicLong count = new AtomicLong();

  /** Distinguishes the ids from those of an earlier server, which a client may still have. */
  private final String prefix =
      Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";

  /** The reports of a snapshot. */
  private record OfSnapshot(Workspace workspace, Map<Path, DocumentDiagnostics> reports) {}

  /**
   * The reports of a release, and the inputs that they were computed from.
   *
   * @param namesakes other releases with the same node name, which cause diagnostics in this one
   * @param live the state of its node
   */
  private record Known(
      Release release,
      Set<ReleaseKey> namesakes,
      LiveState live,
      List<DocumentDiagnostics> reports) {}

  DiagnosticsCache(LspConverter to) {
    this.to = to;
  }

  /** Returns the report of a file. */
  // Snapshots are compared by identity, never by their content.
  @SuppressWarnings("ReferenceEquality")
  public DocumentDiagnostics one(Workspace workspace, Path path) {
    OfSnapshot kept = latest;
    if (kept == null || kept.workspace() != workspace) {
      kept = new OfSnapshot(workspace, new ConcurrentHashMap<>());
      latest = kept;
    }
    DocumentDiagnostics known = kept.reports().get(path);
    if (known == null) {
      known = report(workspace, path);
      kept.reports().put(path, known);
    }
    return known;
  }

  private DocumentDiagnostics report(Workspace workspace, Path path) {
    List<Diagnostic> items = DocumentDiagnostics.compute(workspace, to, path);
    Integer version = DocumentDiagnostics.version(workspace, path);
    DocumentDiagnostics report =
        last.compute(
            path,
            (_, before) ->
                before != null && before.items().equals(items)
                    ? new DocumentDiagnostics(path, version, before.id(), before.items())
                    : new DocumentDiagnostics(
                        path, version, prefix + count.incrementAndGet(), items));
    return Objects.requireNonNull(report);
  }

  /**
   * Returns the reports of every file with diagnostics and of every open document.
   *
   * @param step called between two releases; may throw to abort
   */
  public List<DocumentDiagnostics> all(
      Workspace workspace, Collection<Path> folders, Runnable step) {
    Map<Path, DocumentDiagnostics> reports = new LinkedHashMap<>();
    for (ReleaseKey key : KnownReleases.of(workspace, folders)) {
      step.run();
      of(workspace, key).forEach(report -> reports.put(report.path(), report));
    }
    for (Path open : workspace.openFiles()) {
      if (!reports.containsKey(open)) {
        reports.put(open, one(workspace, open));
      }
    }
    return List.copyOf(reports.values());
  }

  // The same object means that nothing changed; a comparison by content would take longer.
  @SuppressWarnings("ReferenceEquality")
  private List<DocumentDiagnostics> of(Workspace workspace, ReleaseKey key) {
    Release release = workspace.release(key);
    Set<ReleaseKey> namesakes = workspace.releasesWithNodeOf(release);
    Known before = known.get(key);
    LiveState live = workspace.live(key);
    if (before != null
        && before.release() == release
        && before.namesakes().equals(namesakes)
        && before.live() == live) {
      return before.reports();
    }
    Set<Path> files = new LinkedHashSet<>(workspace.filesOf(key));
    files.addAll(Diagnostics.of(workspace, key).keySet());
    files.addAll(Diagnostics.ofNode(workspace, key).keySet());
    List<DocumentDiagnostics> reports = new ArrayList<>();
    for (Path file : files) {
      DocumentDiagnostics report = one(workspace, file);
      if (report.version() != null || !report.items().isEmpty()) {
        reports.add(report);
      }
    }
    known.put(key, new Known(release, Set.copyOf(namesakes), live, List.copyOf(reports)));
    return reports;
  }
}
