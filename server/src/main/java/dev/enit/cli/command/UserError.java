package dev.enit.cli.command;

import dev.enit.core.text.Messages;
import java.util.List;

/**
 * An error that the user can correct, with its exit status: one line that names the thing and says
 * what to do. Ends the command.
 */
public final class UserError extends RuntimeException {
  private final int status;
  private final List<String> details;

  private UserError(int status, String message, List<String> details) {
    super(message, null, false, false);
    this.status = status;
    this.details = List.copyOf(details);
  }

  private UserError(int status, String message) {
    this(status, message, List.of());
  }

  /** Returns an error whose text is in the catalogue. */
  public static UserError of(String key, Object... arguments) {
    return new UserError(ExitStatus.ERROR, Messages.text(key, arguments));
  }

  /** Returns an error with a text. */
  public static UserError saying(String message) {
    return new UserError(ExitStatus.ERROR, message);
  }

  /** Returns an error with a text and lines that follow it. */
  public static UserError saying(String message, List<String> details) {
    return new UserError(ExitStatus.ERROR, message, details);
  }

  /** Returns the end of a command that the user interrupted. */
  public static UserError interrupted(String key, Object... arguments) {
    return new UserError(ExitStatus.INTERRUPTED, Messages.text(key, arguments));
  }

  /** Returns the end of a command that a signal ended. */
  public static UserError interruptedWith(int status, String key, Object... arguments) {
    return new UserError(status, Messages.text(key, arguments));
  }

  /** Returns the end of an interrupted command with a text. */
  public static UserError interrupting(String message) {
    return new UserError(ExitStatus.INTERRUPTED, message);
  }

  /** Returns an error in the usage of the command line. */
  public static UserError usage(String key, Object... arguments) {
    return new UserError(ExitStatus.WRONG_USAGE, Messages.text(key, arguments));
  }

  /** Returns the exit status. */
  public int status() {
    return status;
  }

  /** Returns the lines that follow. */
  public List<String> details() {
    return details;
  }

  /** Returns the line, without the name of the program before it. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
