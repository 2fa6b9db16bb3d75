package dev.enit.core.check.layer;

import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a key that take part in the merge: the last one of each file. */
final class EffectiveLines {
  private EffectiveLines() {}

  /** Returns the settings of a key, the winner first. */
  static List<Setting> of(EffectiveValue value) {
    List<Setting> settings = new ArrayList<>(value.settings().size());
    @Nullable Path last = null;
    for (Setting setting : value.settings()) {
      if (!setting.layer().path().equals(last)) {
        settings.add(setting);
      }
      last = setting.layer().path();
    }
    return settings;
  }

  /** Returns whether the text of a setting has no syntax error. */
  static boolean isIntact(Setting setting) {
    return setting.section().form().hasIntactTerm();
  }
}
