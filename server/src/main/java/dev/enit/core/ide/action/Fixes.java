package dev.enit.core.ide.action;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.Fix;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The fixes that diagnostics bring with them, one by one and all that are certain at once. */
final class Fixes {
  private Fixes() {}

  /** The wanted ones of the diagnostics that a range touches. */
  static void at(CodeActionPlace place, Predicate<Fix> wanted, Consumer<CodeActionItem> to) {
    for (Diagnostic diagnostic : place.diagnostics()) {
      CancellationToken.check();
      for (int i = 0; i < diagnostic.fixes().size(); i++) {
        if (wanted.test(diagnostic.fixes().get(i))) {
          to.accept(action(place.scope().workspace(), diagnostic, i));
        }
      }
    }
  }

  private static CodeActionItem action(Workspace workspace, Diagnostic diagnostic, int index) {
    Fix fix = diagnostic.fixes().get(index);
    return new CodeActionItem(
        "fix:" + diagnostic.code().id() + ":" + diagnostic.place().span().start() + ":" + index,
        Kind.QUICK_FIX,
        diagnostic.title(fix),
        Optional.of(diagnostic),
        fix.preferred(),
        false,
        () -> changes(workspace, fix));
  }

  /** All certain ones of the file together, those left out that get in the way of another. */
  static Optional<CodeActionItem> all(CodeActionPlace place) {
    List<Fix.Change> all = new ArrayList<>();
    int count = 0;
    for (Diagnostic diagnostic : Diagnostics.of(place.scope().workspace(), place.path())) {
      CancellationToken.check();
      for (Fix fix : diagnostic.fixes()) {
        if (fix.preferred() && isHere(fix, place.path()) && isFree(fix, all)) {
          all.addAll(fix.changes());
          count++;
          break;
        }
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            CodeActionItem.of(
                Kind.FIX_ALL,
                "fixAll",
                Messages.text(count == 1 ? "action.fixAll.one" : "action.fixAll", count),
                () -> changes(place.scope().workspace(), all)));
  }

  private static boolean isHere(Fix fix, Path path) {
    return fix.changes().stream().allMatch(change -> change.place().path().equals(path));
  }

  private static boolean isFree(Fix fix, List<Fix.Change> taken) {
    return fix.changes().stream()
        .map(change -> change.place().span())
        .noneMatch(span -> taken.stream().anyMatch(other -> meet(span, other.place().span())));
  }

  private static boolean meet(Span one, Span other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }

  static List<FileChange> changes(Workspace workspace, Fix fix) {
    return changes(workspace, fix.changes());
  }

  /** In the layout of the forms that they are made in, as far as these have one. */
  private static List<FileChange> changes(Workspace workspace, List<Fix.Change> changes) {
    Map<Path, EditBuilder> drafts = new LinkedHashMap<>();
    for (Fix.Change change : changes) {
      Path path = change.place().path();
      workspace.file(path).ifPresent(file -> drafts.putIfAbsent(path, new EditBuilder(file)));
      EditBuilder draft = drafts.get(path);
      if (draft != null) {
        draft.replace(change.place().span(), change.text());
      }
    }
    return drafts.values().stream().map(EditBuilder::change).toList();
  }
}
