package dev.enit.core.ide.reference;

import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.navigation.Definitions;
import dev.enit.core.ide.navigation.NavigationTarget.Link;
import dev.enit.core.ide.reference.Occurrences.Subject;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.source.Place;
import dev.enit.core.workspace.KnownReleases;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * All places that name the same thing, over all layers of all releases: those of the cursor's file
 * first, then those of its release, then the others by name.
 */
public final class References {
  private final Workspace workspace;
  private final Runnable step;
  private final SequencedSet<Path> files = new LinkedHashSet<>();

  private References(Workspace workspace, Runnable step) {
    this.workspace = workspace;
    this.step = step;
  }

  /**
   * The places that name what stands at an offset.
   *
   * @param folders of the workspace: their releases are looked at beside those of open documents
   * @param declaration whether to name the {@code .app} file as well that declares it
   * @param step called before each release; may throw to end it
   */
  public static List<Place> at(
      Workspace workspace,
      Collection<Path> folders,
      Path path,
      int offset,
      boolean declaration,
      Runnable step) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    Optional<Subject> subject = Subject.of(place);
    if (subject.isEmpty()) {
      return List.of();
    }
    References references = new References(workspace, step);
    references.collect(path, folders);
    List<Place> places = references.places(subject.get());
    if (declaration) {
      declaration(workspace, path, offset, place).ifPresent(places::add);
    }
    return places;
  }

  /** Of a key its default, of an application its own file; other names declare themselves. */
  private static Optional<Place> declaration(
      Workspace workspace, Path path, int offset, CursorPlace place) {
    Optional<Link> jump =
        switch (place) {
          case CursorPlace.OfSetting _ -> Definitions.declarationAt(workspace, path, offset);
          case CursorPlace.ApplicationName _, CursorPlace.SectionName _ ->
              Definitions.at(workspace, path, offset);
          default -> Optional.empty();
        };
    return jump.map(found -> found.targets().getFirst())
        .map(target -> new Place(target.path(), target.name()))
        .filter(target -> target.path().toString().endsWith(".app"));
  }

  private void collect(Path path, Collection<Path> folders) {
    files.add(path);
    workspace.releaseOf(path).ifPresent(this::collect);
    KnownReleases.withNeighbours(workspace, folders).forEach(this::collect);
    // A file that stands alone belongs to what one works on as well.
    files.addAll(workspace.openFiles());
  }

  private void collect(ReleaseKey release) {
    step.run();
    files.addAll(ReleaseFiles.all(release, workspace.sources()));
  }

  private List<Place> places(Subject subject) {
    List<Place> places = new ArrayList<>();
    for (Path file : files) {
      step.run();
      for (Span span :
          workspace.file(file).map(f -> Occurrences.in(f, subject)).orElse(List.of())) {
        places.add(new Place(file, span));
      }
    }
    return places;
  }
}
