package dev.enit.core.config;

import dev.enit.core.cancel.CancellationToken;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The merge of layers key by key: a later layer overrides an earlier one, and so does a later value
 * in one file.
 */
public final class ConfigMerge {
  /**
   * The application that enit runs in each node, whose environment it sets itself: no layer may
   * have a section for it.
   */
  public static final String OWN_APPLICATION = "enit";

  private ConfigMerge() {}

  /**
   * Returns the effective configuration of layers, the weakest first.
   *
   * @param secrets the rule for secrets where the layers are
   */
  public static EffectiveConfig merge(
      List<ConfigLayer> layers, EffectiveConfig.Defaults defaults, SecretKeys secrets) {
    SortedMap<String, SortedMap<String, List<Setting>>> sections = new TreeMap<>();
    for (ConfigLayer layer : layers.reversed()) {
      for (ConfigForm.Section section : layer.sections().reversed()) {
        if (section.application().name().equals(OWN_APPLICATION)) {
          continue;
        }
        var keys = sections.computeIfAbsent(section.application().name(), _ -> new TreeMap<>());
        for (ConfigForm.Entry entry : section.entries().reversed()) {
          CancellationToken.check();
          keys.computeIfAbsent(entry.key().name(), _ -> new ArrayList<>(1))
              .add(new Setting(layer, section, entry));
        }
      }
    }
    return new EffectiveConfig(sections, defaults, secrets);
  }
}
