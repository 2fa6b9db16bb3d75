package dev.enit.core.check.layer;

import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a key as the merge meets them: of each file the last one, which counts there. */
final class EffectiveLines {
  private EffectiveLines() {}

  /** The settings of a key, the strongest first. */
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

  /** Whether the text of a setting can be relied on. */
  static boolean isIntact(Setting setting) {
    return setting.section().form().hasIntactTerm();
  }
}
