package dev.enit.cli.command;

import dev.enit.core.text.Messages;
import java.util.List;

/**
 * Something that the user must know and can put right: one line that names the thing and says what
 * to do. Ends the command.
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

  /** An error in what was asked about; the words stand in the catalogue. */
  public static UserError of(String key, Object... arguments) {
    return new UserError(ExitStatus.ERROR, Messages.text(key, arguments));
  }

  /** An error whose words are there already. */
  public static UserError saying(String message) {
    return new UserError(ExitStatus.ERROR, message);
  }

  /** As {@link #saying}, with lines that follow. */
  public static UserError saying(String message, List<String> details) {
    return new UserError(ExitStatus.ERROR, message, details);
  }

  /** The end of what the user interrupted. */
  public static UserError interrupted(String key, Object... arguments) {
    return new UserError(ExitStatus.INTERRUPTED, Messages.text(key, arguments));
  }

  /** As {@link #interrupted}, by the signal that the exit status tells. */
  public static UserError interruptedWith(int status, String key, Object... arguments) {
    return new UserError(status, Messages.text(key, arguments));
  }

  /** As {@link #interrupted}, whose words are there already. */
  public static UserError interrupting(String message) {
    return new UserError(ExitStatus.INTERRUPTED, message);
  }

  /** An error in how it was asked. */
  public static UserError usage(String key, Object... arguments) {
    return new UserError(ExitStatus.WRONG_USAGE, Messages.text(key, arguments));
  }

  /** With which status the process ends. */
  public int status() {
    return status;
  }

  /** Returns the lines that follow. */
  public List<String> details() {
    return details;
  }

  /** The line, without the name of the program before it. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
