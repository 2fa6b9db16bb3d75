package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The code action that moves a section, with the comments above it, to a separate file: {@code
 * APPLICATION.config}, or a name behind that of the present file where the other place among the
 * layers would change a value in force. Offered at the name of the section.
 */
final class SplitSection implements CodeActionProvider {
  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Release> release = place.scope().release();
    Optional<ConfigLayer> layer = place.layer();
    place
        .section()
        .filter(_ -> place.cursor() instanceof SectionName)
        .filter(_ -> release.isPresent() && layer.orElseThrow().forms().size() > 1)
        .flatMap(
            section ->
                names(layer.orElseThrow(), section)
                    .map(name -> layer.orElseThrow().path().resolveSibling(name))
                    .filter(path -> place.scope().workspace().source(path).isEmpty())
                    .filter(path -> keeps(release.get(), layer.get(), section, path))
                    .findFirst()
                    .map(path -> action(layer.get(), section, path)))
        .ifPresent(to);
  }

  private static Stream<String> names(ConfigLayer layer, Section section) {
    String name = section.application().name();
    String file = Objects.requireNonNull(layer.path().getFileName()).toString();
    String stem = file.substring(0, file.length() - ".config".length());
    return name.matches("[a-z][A-Za-z0-9_]*")
        ? Stream.of(name + ".config", stem + "_" + name + ".config")
        : Stream.empty();
  }

  private static boolean keeps(Release release, ConfigLayer layer, Section section, Path path) {
    double rank = TargetLayer.fresh(release, layer.side(), path).rank();
    SettingOrder order = new SettingOrder(release);
    return section.entries().stream()
        .map(entry -> new Setting(layer, section, entry))
        .map(Setting::key)
        .distinct()
        .flatMap(key -> release.config().value(section.application().name(), key).stream())
        .allMatch(value -> order.keeps(value, moved(value, layer, section), rank, _ -> false));
  }

  private static List<Setting> moved(EffectiveValue value, ConfigLayer layer, Section section) {
    return value.settings().stream()
        .filter(setting -> setting.layer().path().equals(layer.path()))
        .filter(setting -> setting.section().form().equals(section.form()))
        .toList();
  }

  private static CodeActionItem action(ConfigLayer layer, Section section, Path path) {
    String title = Messages.text("action.split", section.application().name(), path.getFileName());
    return CodeActionItem.of(Kind.EXTRACT, "split", title, () -> changes(layer, section, path))
        .makingFile(true);
  }

  private static List<FileChange> changes(ConfigLayer layer, Section section, Path path) {
    Span span = LayerText.withComments(layer.file().terms(), section.form());
    EditBuilder draft = new EditBuilder(layer.file());
    draft.cutForm(span);
    String text = LineEnds.in(span.in(layer.file().text()), "\n") + "\n";
    return List.of(draft.change(), LayerText.create(path, text));
  }
}
