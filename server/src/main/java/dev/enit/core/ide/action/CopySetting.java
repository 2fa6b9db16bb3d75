package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The code action that copies a default of the release into the last layer of the host, to be
 * changed there. Only where no layer of the host has the key yet.
 */
final class CopySetting implements CodeActionProvider {
  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Release> release = place.scope().release();
    place
        .setting()
        .filter(setting -> release.isPresent() && setting.layer().side() == Side.RELEASE)
        .filter(setting -> !isOnHost(release.get(), setting))
        .flatMap(
            setting ->
                TargetLayer.of(release.get(), Side.HOST).stream()
                    .findFirst()
                    .filter(target -> target.takes(setting.application()))
                    .map(target -> action(setting, target)))
        .ifPresent(to);
  }

  private static boolean isOnHost(Release release, Setting setting) {
    return release
        .config()
        .setting(setting.application(), setting.key())
        .filter(winner -> winner.layer().side() == Side.HOST)
        .isPresent();
  }

  private static CodeActionItem action(Setting setting, TargetLayer target) {
    String text = LineEnds.in(setting.span().in(setting.layer().file().text()), "\n");
    return CodeActionItem.of(
            Kind.REWRITE,
            "copy",
            Messages.text("action.copy", setting.key(), target.title()),
            () ->
                target.add(setting.application(), List.of(ListElement.of(text))).stream().toList())
        .makingFile(target.isNew());
  }
}
