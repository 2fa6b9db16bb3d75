package dev.enit.core.check.section;

import dev.enit.core.check.ElementRemoval;
import dev.enit.core.check.Fix;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.Setting;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;

/** Takes a setting out of its section. */
public final class Removal {
  private Removal() {}

  /** The fix {@code fix.remove}; nothing where the text around the setting is not understood. */
  public static Optional<Fix> of(Setting setting) {
    Section section = setting.section();
    return section.form().term() instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.get(1) instanceof Term.ListTerm list
        ? ElementRemoval.of(setting.layer().file(), section.form(), list, setting.entry().tuple())
            .map(changes -> new Fix("fix.remove", List.of(setting.key()), changes, true))
        : Optional.empty();
  }
}
