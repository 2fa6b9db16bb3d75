package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.action.Action.Kind;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes an empty section for an application that has none: for one of the release into its
 * defaults, for one of an extension into the file of that. Offered at the application's name.
 */
final class AddSection implements Offer {
  @Override
  public void at(ActionPlace place, Consumer<Action> to) {
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

  private static Optional<Target> target(ActionPlace place, Release release) {
    Optional<ConfigLayer> own = place.layer();
    return own.isPresent()
        ? own.map(layer -> new Target(layer.path(), layer.side(), own, 0))
        : Target.of(release, Side.RELEASE).stream().findFirst();
  }

  private static Action action(String application, Target target) {
    return Action.of(
            Kind.REWRITE,
            "section",
            Messages.text("action.section", application, target.title()),
            () -> target.add(application, List.of()).stream().toList())
        .makingFile(target.isNew());
  }
}
