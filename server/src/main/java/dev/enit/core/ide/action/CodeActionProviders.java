package dev.enit.core.ide.action;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.check.Fix;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** All code actions at a place. */
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

  /** How many are offered at once: more are no menu. */
  static final int MOST = 100;

  private CodeActionProviders() {}

  /**
   * What can be done at a range of a file: the first ones of many, and all certain fixes at once.
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
              Consumer<CodeActionItem> first = action -> add(action, kinds, actions);
              if (kinds.contains(Kind.QUICK_FIX)) {
                Fixes.at(place, fix -> !isLastResort(fix), first);
              }
              for (CodeActionProvider offer : OFFERS) {
                CancellationToken.check();
                offer.at(place, first);
              }
              if (kinds.contains(Kind.QUICK_FIX)) {
                Fixes.at(place, CodeActionProviders::isLastResort, first);
              }
              if (kinds.contains(Kind.FIX_ALL)) {
                Fixes.all(place).ifPresent(actions::add);
              }
            });
    return actions;
  }

  private static void add(CodeActionItem action, Set<Kind> kinds, List<CodeActionItem> actions) {
    if (kinds.contains(action.kind()) && actions.size() < MOST) {
      actions.add(action);
    }
  }

  /** To take out what is wrong comes behind everything that keeps it. */
  private static boolean isLastResort(Fix fix) {
    return fix.key().equals("fix.remove") && !fix.preferred();
  }
}
