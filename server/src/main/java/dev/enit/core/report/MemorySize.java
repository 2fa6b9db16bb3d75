package dev.enit.core.report;

/** Sizes and kinds of memory as text. */
public final class MemorySize {
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  /** The width of {@code Processes (used)}. */
  public static final int WIDEST_LABEL = 16;

  private MemorySize() {}

  /** Returns a size in MiB, or in KiB below 1 MiB, rounded. */
  public static String text(long bytes) {
    return bytes < MIB
        ? Math.round((double) bytes / KIB) + " KiB"
        : Math.round((double) bytes / MIB) + " MiB";
  }

  /** Returns the label of a kind of {@code erlang:memory/0}. */
  public static String label(String kind) {
    return switch (kind) {
      case "ets" -> "ETS";
      case "processes_used" -> "Processes (used)";
      case "atom_used" -> "Atom (used)";
      default -> kind.isEmpty() ? "" : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    };
  }
}
