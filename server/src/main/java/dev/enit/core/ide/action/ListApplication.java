package dev.enit.core.ide.action;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.NodeKey;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The code action that adds the application of a section to those that the release starts: at the
 * end of its list, or of that of an extension in the same file. Offered at the name of the section.
 */
final class ListApplication implements CodeActionProvider {
  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Release> release = place.scope().release();
    if (release.isPresent()
        && place.cursor() instanceof SectionName section
        && isListable(release.get(), section.application())) {
      String name = section.application();
      Optional<Diagnostic> diagnostic =
          place.diagnostics().stream()
              .filter(found -> found.code() == DiagnosticCode.APPLICATION_NOT_IN_RELEASE)
              .findFirst();
      extensions(place, name)
          .forEach(action -> to.accept(diagnostic.map(action::repairing).orElse(action)));
      release(release.get(), name)
          .map(action -> diagnostic.map(action::repairing).orElse(action))
          .ifPresent(to);
    }
  }

  private static boolean isListable(Release release, String name) {
    return !name.equals(NodeKey.SECTION)
        && !name.equals(ConfigMerge.OWN_APPLICATION)
        && release.otp().find(name).isPresent()
        && release.applications().stream().map(AppReference::name).noneMatch(name::equals);
  }

  private static Optional<CodeActionItem> release(Release release, String name) {
    return release
        .specification()
        .flatMap(
            specification ->
                list(
                    specification.file(),
                    specification.form(),
                    specification.value("applications").orElse(null)))
        .map(
            list -> action(list, name, "list", Messages.text("action.list", name, release.name())));
  }

  private static List<CodeActionItem> extensions(CodeActionPlace place, String name) {
    ConfigLayer layer = place.layer().orElseThrow();
    return layer.extensions().stream()
        .limit(CodeActionProviders.MOST)
        .flatMap(
            extension ->
                list(layer.file(), extension.form(), extension.applications()).stream()
                    .map(list -> extension(list, extension, name)))
        .toList();
  }

  private static CodeActionItem extension(AppList list, Extension extension, String name) {
    String shown = TermPrinter.print(extension.name());
    return action(list, name, "list:" + shown, Messages.text("action.list.extension", name, shown));
  }

  /** A list of applications in a file. */
  private record AppList(SourceFile file, Form form, ListElements pieces) {}

  private static Optional<AppList> list(
      SourceFile file, @Nullable Form form, @Nullable Term applications) {
    return form != null && applications instanceof Term.ListTerm list
        ? ListElements.of(file, form, list).map(pieces -> new AppList(file, form, pieces))
        : Optional.empty();
  }

  private static CodeActionItem action(AppList list, String name, String id, String title) {
    return CodeActionItem.of(
        Kind.REWRITE,
        id,
        title,
        () -> {
          EditBuilder draft = new EditBuilder(list.file());
          ListElement piece = ListElement.of(TermPrinter.atom(name));
          ListInsertion.atEnd(draft, list.form(), list.pieces(), List.of(piece));
          return List.of(draft.change());
        });
  }
}
