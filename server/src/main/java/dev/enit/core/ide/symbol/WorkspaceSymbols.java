package dev.enit.core.ide.symbol;

import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.NamedPlaces;
import dev.enit.core.ide.symbol.DocumentSymbols.Symbol;
import dev.enit.core.ide.symbol.DocumentSymbols.Symbol.Kind;
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
import java.util.Locale;
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

  private final Query query;
  private final PriorityQueue<Match> matches = new PriorityQueue<>(BEST.reversed());
  private int number;

  private WorkspaceSymbols(Query query) {
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
    WorkspaceSymbols search = new WorkspaceSymbols(Query.of(text));
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
    if (rank != Query.NONE) {
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

  /**
   * A name found by a search.
   *
   * @param container what it belongs to: a release, and for a key its application as well
   */
  public record FoundSymbol(String name, Symbol.Kind kind, String container, Place place) {}

  /**
   * A query for symbols by name: letters of it in their order, and in words before it letters of
   * what it belongs to, as in {@code relex kernel/ticktime}. Upper and lower case are the same.
   */
  private static final class Query {
    /** The rank of what does not match. */
    static final int NONE = -1;

    private final String name;
    private final List<String> around;

    private Query(String name, List<String> around) {
      this.name = name;
      this.around = around;
    }

    static Query of(String text) {
      List<String> words =
          List.of(text.toLowerCase(Locale.ROOT).strip().split("[\\s/:]+", -1)).stream()
              .filter(word -> !word.isEmpty())
              .toList();
      return words.isEmpty()
          ? new Query("", words)
          : new Query(words.getLast(), words.subList(0, words.size() - 1));
    }

    boolean isEmpty() {
      return name.isEmpty();
    }

    /** How well a name fits, 0 best; {@link #NONE} where it does not. */
    int rank(String candidate) {
      if (!isIn(name, candidate)) {
        return NONE;
      }
      String lower = candidate.toLowerCase(Locale.ROOT);
      int at = lower.indexOf(name);
      if (at < 0) {
        return 4;
      }
      if (at == 0) {
        return lower.length() == name.length() ? 0 : 1;
      }
      return Character.isLetterOrDigit(lower.charAt(at - 1)) ? 3 : 2;
    }

    /** Returns whether what a name belongs to is what was asked for. */
    boolean isAround(String container) {
      int from = 0;
      String lower = container.toLowerCase(Locale.ROOT);
      for (String word : around) {
        int at = lower.indexOf(word, from);
        if (at < 0) {
          return false;
        }
        from = at + word.length();
      }
      return true;
    }

    /** Returns whether all letters stand in a text, in their order. */
    private static boolean isIn(String letters, String text) {
      int next = 0;
      for (int i = 0; i < text.length() && next < letters.length(); i++) {
        if (Character.toLowerCase(text.charAt(i)) == letters.charAt(next)) {
          next++;
        }
      }
      return next == letters.length();
    }
  }
}
