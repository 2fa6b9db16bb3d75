package dev.enit.core.report;

/** Memory as people read it, and the kinds of it that a node tells apart. */
public final class MemorySize {
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  /** {@code Processes (used)}. */
  public static final int WIDEST_LABEL = 16;

  private MemorySize() {}

  /** In whole MiB, below one in whole KiB, rounded. */
  public static String text(long bytes) {
    return bytes < MIB
        ? Math.round((double) bytes / KIB) + " KiB"
        : Math.round((double) bytes / MIB) + " MiB";
  }

  /** A kind as {@code erlang:memory/0} names it, in the words of the list. */
  public static String label(String kind) {
    return switch (kind) {
      case "ets" -> "ETS";
      case "processes_used" -> "Processes (used)";
      case "atom_used" -> "Atom (used)";
      default -> kind.isEmpty() ? "" : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    };
  }
}
