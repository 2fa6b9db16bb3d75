package dev.enit.core.ide.action;

import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.otp.AppFile;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPath;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The code action that lists the applications that one depends on before it. They are started
 * before it anyway; a list that names them says so to its readers.
 */
final class ListDependencies implements CodeActionProvider {
  /** What every node runs. */
  private static final Set<String> ALWAYS = Set.of("kernel", "stdlib");

  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Release> release = place.scope().release();
    if (release.isPresent() && place.cursor() instanceof ApplicationName app) {
      List<String> missing = missing(release.get(), app.name());
      if (!missing.isEmpty()) {
        list(place, app.span()).map(found -> action(found, app, missing)).ifPresent(to);
      }
    }
  }

  private static List<String> missing(Release release, String name) {
    Set<String> listed =
        release.applications().stream().map(AppReference::name).collect(Collectors.toSet());
    return release.otp().appFile(name).map(AppFile::applications).orElse(List.of()).stream()
        .filter(needed -> !listed.contains(needed) && !ALWAYS.contains(needed))
        .filter(needed -> release.otp().find(needed).isPresent())
        .toList();
  }

  /** The list around the cursor. */
  private record AppList(SourceFile file, ListElements pieces) {}

  private static Optional<AppList> list(CodeActionPlace place, Span name) {
    SourceFile file = place.scope().file();
    Form form = file.terms().formAt(name.start()).orElseThrow();
    List<Term> path = TermPath.to(form.tree(), form.relative(name.start())).terms();
    return path.size() > 1 && path.get(path.size() - 2) instanceof Term.ListTerm list
        ? ListElements.of(file, form, list).map(pieces -> new AppList(file, pieces))
        : Optional.empty();
  }

  private static CodeActionItem action(AppList list, ApplicationName app, List<String> missing) {
    List<ListElement> pieces =
        missing.stream().map(TermPrinter::atom).map(ListElement::of).toList();
    return CodeActionItem.of(
        Kind.REWRITE,
        "dependencies",
        Messages.text("action.dependencies", app.name(), String.join(", ", missing)),
        () -> {
          EditBuilder draft = new EditBuilder(list.file());
          ListInsertion.before(draft, list.pieces(), list.pieces().indexOf(app.span()), pieces);
          return List.of(draft.change());
        });
  }
}
