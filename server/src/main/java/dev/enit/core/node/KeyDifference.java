package dev.enit.core.node;

import dev.enit.core.config.ConfigDiff.KeyChange;
import dev.enit.core.config.Setting;
import dev.enit.core.parameter.TakesEffect;
import java.util.Optional;

/**
 * A key that differs, with the place of its value and when that takes effect.
 *
 * @param source where the value of the disk stands; empty where no file sets the key
 * @param effect when the value takes effect once it is applied
 */
public record KeyDifference(KeyChange change, Optional<Setting> source, TakesEffect effect) {

  /** Returns whether applying it sets it in the node, and not only on record. */
  public boolean isSettable() {
    return change.isLoaded();
  }
}
