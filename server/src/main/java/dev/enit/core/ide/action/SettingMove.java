package dev.enit.core.ide.action;

import dev.enit.core.config.Setting;
import dev.enit.core.ide.FileChange;
import dev.enit.grammar.term.Form;
import java.util.List;
import java.util.Optional;

/**
 * The changes that move a setting to another file.
 *
 * @param replaced the setting of the same key there, whose place it takes
 */
record SettingMove(Setting setting, TargetLayer target, Optional<Setting> replaced) {

  /** Nothing where the text around one of them is not understood. */
  List<FileChange> changes() {
    Form form = setting.section().form();
    Optional<ListElements> list = LayerText.pieces(setting.layer().file(), form);
    int index = list.map(pieces -> pieces.indexOf(setting.span())).orElse(-1);
    if (index < 0) {
      return List.of();
    }
    ListElement piece = list.get().piece(index);
    return there(piece)
        .map(there -> List.of(here(form, list.get(), index), there))
        .orElse(List.of());
  }

  private Optional<FileChange> there(ListElement piece) {
    return replaced.isPresent()
        ? replaced.flatMap(other -> inPlace(other, piece))
        : target.add(setting.application(), List.of(piece));
  }

  private static Optional<FileChange> inPlace(Setting other, ListElement piece) {
    EditBuilder draft = new EditBuilder(other.layer().file());
    Form form = other.section().form();
    return LayerText.pieces(other.layer().file(), form)
        .map(
            list -> {
              new ListReplacement(draft, form, list, list.indexOf(other.span())).with(piece);
              return draft.change();
            });
  }

  private FileChange here(Form form, ListElements list, int index) {
    EditBuilder draft = new EditBuilder(setting.layer().file());
    boolean bare = LayerText.withComments(draft.file().terms(), form).equals(form.span());
    if (bare && list.hasNothingBut(index)) {
      draft.cutForm(form.span());
    } else {
      new ListRemoval(draft, list, index).run();
    }
    return draft.change();
  }
}
