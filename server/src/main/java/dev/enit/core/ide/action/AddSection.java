package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The code action that writes an empty section for an application that has none: for one of the
 * release into its defaults, for one of an extension into the file of that. Offered at the
 * application's name.
 */
final class AddSection implements CodeActionProvider {
  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    Optional<Release> release = place.scope().release();
    if (release.isPresent() && place.cursor() instanceof ApplicationName app) {
      boolean has = release.get().config().applications().contains(app.name());
      if (!has && release.get().unreadable().isEmpty()) {
        target(place, release.get())
            .filter(target -> target.takes(app.name()))
            .map(target -> action(app.name(), target))
            .ifPresent(to);
      }
    }
  }

  private static Optional<TargetLayer> target(CodeActionPlace place, Release release) {
    Optional<ConfigLayer> own = place.layer();
    return own.isPresent()
        ? own.map(layer -> new TargetLayer(layer.path(), layer.side(), own, 0))
        : TargetLayer.of(release, Side.RELEASE).stream().findFirst();
  }

  private static CodeActionItem action(String application, TargetLayer target) {
    return CodeActionItem.of(
            Kind.REWRITE,
            "section",
            Messages.text("action.section", application, target.title()),
            () -> target.add(application, List.of()).stream().toList())
        .makingFile(target.isNew());
  }
}
