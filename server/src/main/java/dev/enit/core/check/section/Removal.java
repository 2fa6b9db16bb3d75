package dev.enit.core.check.section;

import dev.enit.core.check.ElementRemoval;
import dev.enit.core.check.Fix;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Setting;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;

/** The removal of a setting, or of a stray element, from its section. */
public final class Removal {
  private Removal() {}

  /**
   * Returns the fix {@code fix.remove}, or empty if the text around the setting is not understood.
   */
  public static Optional<Fix> of(Setting setting) {
    return changes(setting.layer(), setting.section(), setting.entry().tuple())
        .map(changes -> new Fix("fix.remove", List.of(setting.key()), changes, true));
  }

  /**
   * Returns the same fix for an element of a section that is not a setting, but may be meant as
   * one.
   */
  static Optional<Fix> of(ConfigLayer layer, Section section, Term element) {
    return changes(layer, section, element)
        .map(changes -> new Fix("fix.remove", List.of(), changes, false));
  }

  private static Optional<List<Fix.Change>> changes(
      ConfigLayer layer, Section section, Term element) {
    return section.form().term() instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.get(1) instanceof Term.ListTerm list
        ? ElementRemoval.of(layer.file(), section.form(), list, element)
        : Optional.empty();
  }
}
