package dev.enit.cli.command;

/** The exit statuses of enit. */
public final class ExitStatus {
  public static final int DONE = 0;

  /** A {@link UserError}, or diagnostics that are errors. */
  public static final int ERROR = 1;

  /** The result of a comparison with differences. */
  public static final int DIFFERENT = 2;

  /** The release does not run; the status of LSB init scripts. */
  public static final int NOT_RUNNING = 3;

  /** The state of the release is unknown; the status of LSB init scripts. */
  public static final int NOT_KNOWN = 4;

  /** A bug in enit. */
  public static final int CRASH = 10;

  /** SIGINT ended the process, as a shell reports it. */
  public static final int INTERRUPTED = 130;

  /** SIGHUP ended the process. */
  private static final int HANGUP = 129;

  /** SIGTERM ended the process. */
  private static final int TERMINATED = 143;

  /** SIGPIPE ended the process: standard output has no reader. */
  public static final int OUTPUT_CLOSED = 141;

  public static final int WRONG_USAGE = 255;

  private ExitStatus() {}

  /** Returns whether a status is that of a program that a signal ended. */
  public static boolean isInterrupted(int status) {
    return status == INTERRUPTED || status == HANGUP || status == TERMINATED;
  }
}
