package dev.enit.core.ide.hint;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.hint.InlayHint.Kind;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The hints of a part of a file. */
public final class InlayHints {
  private InlayHints() {}

  /**
   * The hints whose words stand in a range, in the order of the text.
   *
   * @param kinds those that are wanted
   */
  public static List<InlayHint> in(Workspace workspace, Path path, Span range, Set<Kind> kinds) {
    List<InlayHint> hints = new ArrayList<>();
    Consumer<InlayHint> wanted =
        hint -> {
          CancellationToken.check();
          if (kinds.contains(hint.kind()) && range.touches(hint.offset())) {
            hints.add(hint);
          }
        };
    workspace
        .file(path)
        .map(file -> FileScope.of(workspace, file))
        .ifPresent(
            scope -> {
              new VersionHints(scope, range).to(wanted);
              new SettingHints(scope, range).to(wanted);
            });
    hints.sort(Comparator.comparingInt(InlayHint::offset));
    return hints;
  }
}
