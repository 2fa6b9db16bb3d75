package dev.enit.core.ide.action;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.ide.FileChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A code action: a change that an editor offers.
 *
 * @param id tells it from the others of its place, the same in every snapshot
 * @param diagnostic the diagnostic that it removes
 * @param preferred whether it is certainly what was meant
 * @param makesFile whether it makes a file, which not every editor can
 * @param changes worked out when they are asked for; empty where it cannot be done after all
 */
public record CodeActionItem(
    String id,
    Kind kind,
    String title,
    Optional<Diagnostic> diagnostic,
    boolean preferred,
    boolean makesFile,
    Supplier<List<FileChange>> changes) {

  /** What it is for. */
  public enum Kind {
    QUICK_FIX,
    /** Takes something elsewhere. */
    MOVE,
    /** Says the same in another way, or adds something. */
    REWRITE,
    /** Extracts a part into a separate element. */
    EXTRACT,
    /** Everything that is certain, at once. */
    FIX_ALL
  }

  /** A change of what is not wrong. */
  static CodeActionItem of(Kind kind, String id, String title, Supplier<List<FileChange>> changes) {
    return new CodeActionItem(id, kind, title, Optional.empty(), false, false, changes);
  }

  /** The same, as a repair of a diagnostic. */
  CodeActionItem repairing(Diagnostic diagnostic) {
    return new CodeActionItem(
        id, Kind.QUICK_FIX, title, Optional.of(diagnostic), preferred, makesFile, changes);
  }

  /** The same, where it makes a file. */
  CodeActionItem makingFile(boolean makes) {
    return new CodeActionItem(id, kind, title, diagnostic, preferred, makes, changes);
  }
}
