package dev.enit.cli.command;

/** How a process of enit ends. */
public final class ExitStatus {
  public static final int DONE = 0;

  /** A stated error, or diagnostics that are errors. */
  public static final int ERROR = 1;

  /** Something differs, where the question was whether. */
  public static final int DIFFERENT = 2;

  /** The release does not run; as init scripts tell it. */
  public static final int NOT_RUNNING = 3;

  /** Whether the release runs cannot be told; as init scripts tell it. */
  public static final int NOT_KNOWN = 4;

  /** A mistake of enit itself. */
  public static final int CRASH = 10;

  /** As a shell reports a process that SIGINT ended: the user took the command back. */
  public static final int INTERRUPTED = 130;

  /** As a shell reports a process that SIGHUP ended: its terminal is gone. */
  private static final int HANGUP = 129;

  /** As a shell reports a process that SIGTERM ended. */
  private static final int TERMINATED = 143;

  /** As a shell reports a process that SIGPIPE ended: no reader is left. */
  public static final int OUTPUT_CLOSED = 141;

  public static final int WRONG_USAGE = 255;

  private ExitStatus() {}

  /** Whether it is the status of a program that was interrupted by a signal. */
  public static boolean isInterrupted(int status) {
    return status == INTERRUPTED || status == HANGUP || status == TERMINATED;
  }
}
