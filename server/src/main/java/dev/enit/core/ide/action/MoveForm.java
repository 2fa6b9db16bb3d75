package dev.enit.core.ide.action;

import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Problem;
import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.Action.Kind;
import dev.enit.core.release.Release;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a section out of {@code release.enit}, where nobody reads it, into the defaults. */
final class MoveForm implements Offer {
  @Override
  public void at(ActionPlace place, Consumer<Action> to) {
    Optional<Release> release = place.scope().release();
    if (release.isPresent()) {
      place.problems().stream()
          .filter(problem -> problem.code() == DiagnosticCode.EXTRA_FORM)
          .filter(problem -> problem.key().equals("message.section"))
          .flatMap(problem -> action(place, release.get(), problem).stream())
          .forEach(to);
    }
  }

  private static Optional<Action> action(ActionPlace place, Release release, Problem problem) {
    SourceFile file = place.scope().file();
    Optional<Form> form = file.terms().formAt(problem.place().span().start());
    return Target.of(release, Side.RELEASE).stream()
        .filter(Target::takesForms)
        .findFirst()
        .flatMap(target -> form.map(moved -> action(file, moved, target).repairing(problem)));
  }

  private static Action action(SourceFile file, Form form, Target target) {
    return Action.of(
            Kind.MOVE,
            "form:" + form.start(),
            Messages.text("action.form", target.title()),
            () -> changes(file, form, target))
        .makingFile(target.isNew());
  }

  private static List<FileChange> changes(SourceFile file, Form form, Target target) {
    Span span = LayerText.withComments(file.terms(), form);
    String text = LineEnds.in(span.in(file.text()), "\n") + "\n";
    Draft draft = new Draft(file);
    draft.cutForm(span);
    return target.addForm(text).map(there -> List.of(draft.change(), there)).orElse(List.of());
  }
}
