package dev.enit.lsp.convert;

import dev.enit.core.ide.navigation.NavigationTarget;
import dev.enit.core.ide.navigation.NavigationTarget.Link;
import dev.enit.core.ide.reference.Highlights.Highlight;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** The converter of locations in any file. */
public record LocationConverter(LspConverter to, Workspace workspace) {

  /** Returns the range of a span in any file; the start of a file that no longer exists. */
  public Range range(Path path, Span span) {
    return workspace
        .file(path)
        .map(SourceFile::terms)
        .map(terms -> to.range(terms, span))
        .orElseGet(() -> new Range(new Position(0, 0), new Position(0, 0)));
  }

  /** Converts targets to links with their enclosing ranges. */
  public List<LocationLink> links(TermFile from, Link jump) {
    Range origin = to.range(from, jump.from());
    return jump.targets().stream()
        .map(
            target ->
                new LocationLink(
                    to.uri().apply(target.path()),
                    range(target.path(), target.range()),
                    range(target.path(), target.name()),
                    origin))
        .toList();
  }

  /** Converts targets to the locations of their names. */
  public List<Location> locations(Link jump) {
    return jump.targets().stream().map(this::location).toList();
  }

  public Location location(Place place) {
    return to.location(workspace, place);
  }

  private Location location(NavigationTarget target) {
    return location(new Place(target.path(), target.name()));
  }

  public DocumentHighlight highlight(TermFile file, Highlight highlight) {
    return new DocumentHighlight(
        to.range(file, highlight.span()),
        switch (highlight.kind()) {
          case NAMES -> DocumentHighlightKind.Read;
          case SETS -> DocumentHighlightKind.Write;
          case BRACKET -> DocumentHighlightKind.Text;
        });
  }
}
