package dev.enit.core.ide.action;

import dev.enit.core.check.Fix;
import dev.enit.core.check.section.SectionsOfList;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The code action that turns the one list of a {@code sys.config} into sections. In a release that
 * is the fix of a diagnostic; elsewhere the file may well be right as it is, for OTP itself.
 */
final class SectionsOfSysConfig implements CodeActionProvider {
  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Form> form =
        place.scope().file().terms().formAt(place.range().start()).filter(Form::isIntact);
    if (place.scope().release().isEmpty()
        && place.path().toString().endsWith(".config")
        && place.diagnostics().isEmpty()
        && form.isPresent()
        && form.get().term() instanceof Term.ListTerm list
        && !list.elements().isEmpty()) {
      ConfigLayer layer = place.layer().orElseThrow();
      SectionsOfList.fix(layer, form.get(), list)
          .map(fix -> action(layer, form.get(), fix))
          .ifPresent(to);
    }
  }

  private static CodeActionItem action(ConfigLayer layer, Form form, Fix fix) {
    return CodeActionItem.of(
        Kind.REWRITE,
        "sections",
        Messages.text("action.sections"),
        () -> {
          EditBuilder draft = new EditBuilder(layer.file());
          draft.layOut(form);
          fix.changes().forEach(change -> draft.replace(change.place().span(), change.text()));
          return List.of(draft.change());
        });
  }
}
