package dev.enit.core.ide.action;

import dev.enit.core.check.Problem;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.FileScope;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody asks what can be done: the cursor, or what is selected.
 *
 * @param range in offsets of the file
 */
record ActionPlace(FileScope scope, Span range) {

  Path path() {
    return scope.path();
  }

  /** The findings that the range touches. */
  List<Problem> problems() {
    return scope.workspace().problems(path()).stream()
        .filter(problem -> meets(problem.place().span()))
        .toList();
  }

  private boolean meets(Span span) {
    return span.start() <= range.end() && range.start() <= span.end();
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
