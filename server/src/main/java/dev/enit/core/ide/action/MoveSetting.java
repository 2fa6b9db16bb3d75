package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.ShownValue;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The code action that moves a setting to another layer, with the comments that belong to it: from
 * the defaults of the release to the host, and back. Only where the value in force stays what it
 * is.
 */
final class MoveSetting implements CodeActionProvider {
  /** More of them would be a list of files and not an offer. */
  private static final int MOST = 6;

  private static final int SHOWN = 30;

  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Release> release = place.scope().release();
    Optional<Setting> setting = place.setting();
    if (release.isPresent() && setting.isPresent()) {
      targets(release.get(), setting.get()).stream()
          .filter(target -> !isSecretForAll(setting.get(), target))
          .filter(target -> target.takes(setting.get().application()))
          .flatMap(target -> action(release.get(), setting.get(), target).stream())
          .limit(MOST)
          .forEach(to);
    }
  }

  /** The files of the other side first. */
  private static List<TargetLayer> targets(Release release, Setting setting) {
    Side own = setting.layer().side();
    List<TargetLayer> targets =
        new ArrayList<>(TargetLayer.of(release, own == Side.HOST ? Side.RELEASE : Side.HOST));
    targets.addAll(TargetLayer.of(release, own));
    targets.removeIf(target -> target.path().equals(setting.layer().path()));
    return targets;
  }

  /** The files of a release are packed, copied and shown; a cookie is the host's own. */
  private static boolean isSecretForAll(Setting setting, TargetLayer target) {
    return target.side() == Side.RELEASE
        && setting.application().equals(NodeKey.SECTION)
        && setting.key().equals(NodeKey.COOKIE.key());
  }

  private static Optional<CodeActionItem> action(
      Release release, Setting setting, TargetLayer target) {
    EffectiveValue value =
        release.config().value(setting.application(), setting.key()).orElseThrow();
    List<Setting> there =
        value.settings().stream()
            .filter(other -> other.layer().path().equals(target.path()))
            .toList();
    boolean keeps =
        new SettingOrder(release).keeps(value, List.of(setting), target.rank(), there::contains);
    if (!keeps || there.size() > 1) {
      return Optional.empty();
    }
    SettingMove move = new SettingMove(setting, target, there.stream().findFirst());
    String title =
        there.isEmpty()
            ? Messages.text("action.move", setting.key(), target.title())
            : Messages.text(
                "action.move.replacing",
                setting.key(),
                target.title(),
                ShownValue.of(value.secrets(), there.getFirst()).plain(SHOWN));
    return Optional.of(
        CodeActionItem.of(Kind.MOVE, "move:" + target.path(), title, move::changes)
            .makingFile(target.isNew()));
  }
}
