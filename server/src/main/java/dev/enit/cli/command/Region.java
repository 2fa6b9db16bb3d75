package dev.enit.cli.command;

import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;

/**
 * A place as reports count it: lines and columns from 1, columns in UTF-16 units. A place in
 * something that has no text, such as an unreadable directory, is its very start.
 */
public record Region(int line, int column, int endLine, int endColumn) {

  /** Returns the region of a place. */
  public static Region of(Workspace workspace, Place place) {
    LineIndex lines =
        workspace.file(place.path()).map(SourceFile::terms).map(t -> t.lines()).orElse(null);
    if (lines == null) {
      return new Region(1, 1, 1, 1);
    }
    Position start = lines.position(place.span().start());
    Position end = lines.position(place.span().end());
    return new Region(start.line() + 1, start.column() + 1, end.line() + 1, end.column() + 1);
  }
}
