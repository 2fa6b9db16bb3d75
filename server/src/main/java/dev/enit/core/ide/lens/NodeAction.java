package dev.enit.core.ide.lens;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.ide.lens.Lens.Act;
import java.util.Optional;

/**
 * A command on the node, offered where it is of use in a text.
 *
 * @param diagnostic the diagnostic that it mends
 * @param isForced whether values that something else changed are set back
 * @param isPending whether it is for settings that the node does not have yet
 */
public record NodeAction(
    String title, Act act, Optional<Diagnostic> diagnostic, boolean isForced, boolean isPending) {

  /** Whether it brings text and node together, where they differ. */
  public boolean isMending() {
    return diagnostic.isPresent() || isPending;
  }
}
