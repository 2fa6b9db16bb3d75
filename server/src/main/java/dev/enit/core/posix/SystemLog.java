package dev.enit.core.posix;

import dev.enit.core.text.VisibleText;
import java.lang.foreign.Arena;

/**
 * The system's log, by {@code syslog(3)}. A line that cannot be logged is lost, without an error.
 */
public final class SystemLog {
  /** The priority of a line. */
  public enum Priority {
    ERROR(3),
    NOTICE(5),
    INFORMATION(6);

    private final int number;

    Priority(int number) {
      this.number = number;
    }
  }

  private static final int LOG_PID = 1;
  private static final int LOG_DAEMON = 3 << 3;

  private SystemLog() {}

  /** Writes one line in the name of enit, with escapes for invisible characters. */
  public static void write(Priority priority, String line) {
    Opened.ensure();
    try (Arena arena = Arena.ofConfined()) {
      // The text is an argument, so that a per cent sign in it means nothing.
      long format = arena.allocateFrom("%s").address();
      CFunction.variadic("syslog", 3, 2)
          .run(priority.number, format, arena.allocateFrom(VisibleText.line(line)).address());
    }
  }

  /** Opens the log once for the process; the C library keeps a reference to the name. */
  private static final class Opened {
    static {
      long name = Arena.global().allocateFrom("enit").address();
      CFunction.of("openlog", 3).run(name, LOG_PID, LOG_DAEMON);
    }

    /** Opens the log by initialising the class. */
    static void ensure() {
      // The class is initialised now.
    }
  }
}
