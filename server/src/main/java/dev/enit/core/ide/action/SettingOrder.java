package dev.enit.core.ide.action;

import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import dev.enit.core.release.Release;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** The check that the value in force stays when settings change places. */
record SettingOrder(Release release) {

  /**
   * For one key.
   *
   * @param moved the settings of it that go elsewhere, in their order
   * @param rank where they go
   * @param gone whether a setting of the key is no longer there afterwards
   */
  boolean keeps(
      EffectiveValue value, Collection<Setting> moved, double rank, Predicate<Setting> gone) {
    Optional<Setting> strongest =
        value.settings().stream()
            .filter(setting -> !moved.contains(setting) && !gone.test(setting))
            .findFirst();
    boolean wins =
        strongest.isEmpty() || TargetLayer.rank(release, strongest.get().layer().path()) < rank;
    Setting winner = value.winner().orElseThrow();
    return wins ? moved.contains(winner) : strongest.equals(Optional.of(winner));
  }
}
