package dev.enit.core.ide.action;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.release.Release;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The code action that moves a section from {@code release.enit}, where it is not read, to the
 * defaults.
 */
final class MoveForm implements CodeActionProvider {
  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Release> release = place.scope().release();
    if (release.isPresent()) {
      place.diagnostics().stream()
          .filter(diagnostic -> diagnostic.code() == DiagnosticCode.EXTRA_FORM)
          .filter(diagnostic -> diagnostic.key().equals("message.section"))
          .flatMap(diagnostic -> action(place, release.get(), diagnostic).stream())
          .forEach(to);
    }
  }

  private static Optional<CodeActionItem> action(
      CodeActionPlace place, Release release, Diagnostic diagnostic) {
    SourceFile file = place.scope().file();
    Optional<Form> form = file.terms().formAt(diagnostic.place().span().start());
    return TargetLayer.of(release, Side.RELEASE).stream()
        .filter(TargetLayer::takesForms)
        .findFirst()
        .flatMap(target -> form.map(moved -> action(file, moved, target).repairing(diagnostic)));
  }

  private static CodeActionItem action(SourceFile file, Form form, TargetLayer target) {
    return CodeActionItem.of(
            Kind.MOVE,
            "form:" + form.start(),
            Messages.text("action.form", target.title()),
            () -> changes(file, form, target))
        .makingFile(target.isNew());
  }

  private static List<FileChange> changes(SourceFile file, Form form, TargetLayer target) {
    Span span = LayerText.withComments(file.terms(), form);
    String text = LineEnds.in(span.in(file.text()), "\n") + "\n";
    EditBuilder draft = new EditBuilder(file);
    draft.cutForm(span);
    return target.addForm(text).map(there -> List.of(draft.change(), there)).orElse(List.of());
  }
}
