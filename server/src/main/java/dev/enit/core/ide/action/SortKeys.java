package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The code action that sorts the keys of a section by name, each with its comments. Of a key that
 * is listed twice the later one stays the later one. Empty lines between settings go: what they
 * parted is mixed.
 */
final class SortKeys implements CodeActionProvider {
  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    place
        .section()
        .filter(section -> section.strays().isEmpty() && !isSorted(section))
        .map(section -> action(place.layer().orElseThrow(), section))
        .ifPresent(to);
  }

  private static boolean isSorted(Section section) {
    List<String> keys = keys(section);
    return keys.equals(keys.stream().sorted().toList());
  }

  private static List<String> keys(Section section) {
    return section.entries().stream().map(Entry::key).map(key -> key.name()).toList();
  }

  private static CodeActionItem action(ConfigLayer layer, Section section) {
    return CodeActionItem.of(
        Kind.REWRITE,
        "sort",
        Messages.text("action.sort", section.application().name()),
        () ->
            LayerText.pieces(layer.file(), section.form())
                .map(list -> sorted(layer, section, list))
                .stream()
                .toList());
  }

  private static FileChange sorted(ConfigLayer layer, Section section, ListElements list) {
    List<String> keys = keys(section);
    List<ListElement> pieces =
        IntStream.range(0, list.count())
            .boxed()
            .sorted(Comparator.comparing(keys::get))
            .map(list::pieceWithLoose)
            .toList();
    EditBuilder draft = new EditBuilder(layer.file());
    int start = list.isOneLine() ? list.elements().getFirst().start() : list.endOf(-1);
    Span all = new Span(start, list.endOf(list.count() - 1));
    draft.replace(
        all,
        list.isOneLine()
            ? ListInsertion.joined(pieces)
            : ListInsertion.lines(pieces, list.indentation(list.count() - 1)));
    return draft.change();
  }
}
