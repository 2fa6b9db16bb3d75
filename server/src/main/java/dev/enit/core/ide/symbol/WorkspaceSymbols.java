package dev.enit.core.ide.symbol;

import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.NamedPlaces;
import dev.enit.core.ide.symbol.Symbol.Kind;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.KnownReleases;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * Releases, sections, keys and extensions by their names. Walks through the terms of all releases
 * for each question: they are parsed already, and an index of them would have to follow every
 * keystroke.
 */
public final class WorkspaceSymbols {
  /** More than anybody reads; a longer word finds what is missing. */
  private static final int MOST = 200;

  /** The better first: how well it fits, what it is, how short, and as it was found. */
  private static final Comparator<Match> BEST =
      Comparator.comparingInt(Match::rank)
          .thenComparing(match -> match.symbol().kind())
          .thenComparingInt(match -> match.symbol().name().length())
          .thenComparingInt(Match::number);

  private record Match(int rank, int number, FoundSymbol symbol) {}

  private final SymbolQuery query;
  private final PriorityQueue<Match> matches = new PriorityQueue<>(BEST.reversed());
  private int number;

  private WorkspaceSymbols(SymbolQuery query) {
    this.query = query;
  }

  /**
   * The best matches, best first, of open releases before others; for an empty text releases only.
   *
   * @param folders of the workspace
   * @param step called before each release; may throw to end it
   */
  public static List<FoundSymbol> find(
      Workspace workspace, Collection<Path> folders, String text, Runnable step) {
    WorkspaceSymbols search = new WorkspaceSymbols(SymbolQuery.of(text));
    for (ReleaseKey release : KnownReleases.withNeighbours(workspace, folders)) {
      step.run();
      if (search.query.isEmpty()) {
        workspace.file(release.specification()).ifPresent(file -> search.in(file, release));
        if (search.number >= MOST) {
          break;
        }
      } else {
        ReleaseFiles.all(release, workspace.sources()).stream()
            .flatMap(path -> workspace.file(path).stream())
            .forEach(file -> search.in(file, release));
      }
    }
    return search.matches.stream().sorted(BEST).map(Match::symbol).toList();
  }

  private void in(SourceFile file, ReleaseKey release) {
    NamedPlaces.of(file, place -> take(file.path(), release, place));
  }

  private void take(Path file, ReleaseKey release, CursorPlace place) {
    switch (place) {
      case ReleaseName name -> take(file, place, name.name(), Kind.RELEASE, () -> "");
      case SectionName section ->
          take(file, place, section.application(), Kind.SECTION, release::name);
      case SettingKey key ->
          take(file, place, key.key(), Kind.KEY, () -> release.name() + "/" + key.application());
      case ExtensionName extension ->
          take(file, place, TermPrinter.print(extension.name()), Kind.EXTENSION, release::name);
      default -> {}
    }
  }

  /** What it belongs to is worked out for the few that fit. */
  private void take(
      Path file, CursorPlace place, String name, Kind kind, Supplier<String> container) {
    int rank = query.rank(name);
    if (rank != SymbolQuery.NONE) {
      String owner = container.get();
      if (query.isAround(owner)) {
        FoundSymbol symbol = new FoundSymbol(name, kind, owner, new Place(file, place.span()));
        matches.add(new Match(rank, number++, symbol));
      }
    }
    if (matches.size() > MOST) {
      matches.remove();
    }
  }
}
