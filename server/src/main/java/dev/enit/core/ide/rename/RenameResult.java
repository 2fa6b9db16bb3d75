package dev.enit.core.ide.rename;

import dev.enit.core.ide.FileChange;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import java.util.List;

/** The result of a rename request. */
public sealed interface RenameResult {

  /**
   * The name under the cursor can be changed.
   *
   * @param span of it, in offsets of the file
   * @param name as it is written
   */
  record Possible(Span span, String name) implements RenameResult {}

  /** All that changes; nothing where the name is the same. */
  record Done(List<FileChange> changes) implements RenameResult {
    public Done {
      changes = List.copyOf(changes);
    }
  }

  /** It cannot be done; the message says why. */
  record Refused(String message) implements RenameResult {

    static Refused because(String reason, Object... arguments) {
      return new Refused(Messages.text("rename." + reason, arguments));
    }
  }

  /** Nothing with a name stands there. */
  record Nothing() implements RenameResult {}
}
