package dev.enit.core.ide.action;

import dev.enit.core.check.Fix;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything that can be done at a place. */
public final class CodeActionProviders {
  /** Those of other kinds than fixes of diagnostics, in the order in which they are offered. */
  private static final List<CodeActionProvider> OFFERS =
      List.of(
          new AddCookie(),
          new MoveForm(),
          new ListApplication(),
          new MoveSetting(),
          new CopySetting(),
          new AddSection(),
          new ListDependencies(),
          new WriteDefaults(),
          new StringOrAtom(),
          new SplitSection(),
          new SortKeys(),
          new SectionsOfSysConfig());

  private CodeActionProviders() {}

  /**
   * What can be done at a range of a file.
   *
   * @param kinds those that are wanted
   */
  public static List<CodeActionItem> at(
      Workspace workspace, Path path, Span range, Set<Kind> kinds) {
    List<CodeActionItem> actions = new ArrayList<>();
    FileScope.of(workspace, path)
        .map(scope -> new CodeActionPlace(scope, range))
        .ifPresent(
            place -> {
              if (kinds.contains(Kind.QUICK_FIX)) {
                Fixes.at(place, fix -> !isLastResort(fix), actions::add);
              }
              for (CodeActionProvider offer : OFFERS) {
                offer.at(place, actions::add);
              }
              if (kinds.contains(Kind.QUICK_FIX)) {
                Fixes.at(place, CodeActionProviders::isLastResort, actions::add);
              }
              if (kinds.contains(Kind.FIX_ALL)) {
                Fixes.all(place).ifPresent(actions::add);
              }
            });
    actions.removeIf(action -> !kinds.contains(action.kind()));
    return actions;
  }

  /** To take out what is wrong comes behind everything that keeps it. */
  private static boolean isLastResort(Fix fix) {
    return fix.key().equals("fix.remove") && !fix.preferred();
  }
}
