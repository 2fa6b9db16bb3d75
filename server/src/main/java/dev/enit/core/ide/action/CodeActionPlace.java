package dev.enit.core.ide.action;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Setting;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.FileScope;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The place of a code action request: the cursor, or the selection.
 *
 * @param range in offsets of the file
 */
record CodeActionPlace(FileScope scope, Span range) {

  Path path() {
    return scope.path();
  }

  /** The diagnostics that the range touches. */
  List<Diagnostic> diagnostics() {
    return Diagnostics.of(scope.workspace(), path()).stream()
        .filter(diagnostic -> meets(diagnostic.place().span()))
        .toList();
  }

  /**
   * Whether the range touches a span. What is missing at the end of a line is there for a cursor on
   * the last character, too: one that is on a character can be no further right.
   */
  private boolean meets(Span span) {
    boolean isAtLineEnd =
        span.length() == 0
            && span.start() > 0
            && !isLineEnd(span.start() - 1)
            && isLineEnd(span.start());
    int start = isAtLineEnd ? span.start() - 1 : span.start();
    return start <= range.end() && range.start() <= span.end();
  }

  private boolean isLineEnd(int offset) {
    String text = scope.file().text();
    return offset >= text.length() || text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
  }

  /** What stands where the range starts. */
  CursorPlace cursor() {
    return CursorPlaces.at(scope.workspace(), path(), range.start());
  }

  /** The file as a layer; empty for a specification. */
  Optional<ConfigLayer> layer() {
    return scope.layers().stream().filter(layer -> layer.path().equals(path())).findFirst();
  }

  /** The section around the range, where it has no mistake. */
  Optional<Section> section() {
    return layer().stream()
        .flatMap(layer -> layer.sections().stream())
        .filter(section -> section.form().isIntact())
        .filter(section -> section.form().span().contains(range))
        .findFirst();
  }

  /** The setting around the range, its brackets included, in a section without a mistake. */
  Optional<Setting> setting() {
    return section()
        .flatMap(
            section ->
                section.entries().stream()
                    .map(entry -> new Setting(layer().orElseThrow(), section, entry))
                    .filter(setting -> setting.span().contains(range))
                    .findFirst());
  }
}
