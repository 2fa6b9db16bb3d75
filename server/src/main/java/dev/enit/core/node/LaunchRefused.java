package dev.enit.core.node;

import dev.enit.core.text.Messages;
import java.io.IOException;

/** The reason why a node is not started; nothing has happened. */
public final class LaunchRefused extends Exception {
  private final String hint;
  private final boolean isWithoutProcess;

  private LaunchRefused(String message, String hint, boolean isWithoutProcess) {
    super(message, null, false, false);
    this.hint = hint;
    this.isWithoutProcess = isWithoutProcess;
  }

  /** In the words of the catalogue. */
  static LaunchRefused of(String key, Object... arguments) {
    return new LaunchRefused(
        Messages.text("launch." + key, arguments),
        Messages.optional("launch." + key + ".hint", arguments),
        false);
  }

  /** The system did not create the process of the node, for the reason in the exception. */
  public static LaunchRefused withoutProcess(String release, IOException reason) {
    String message =
        Messages.text("launch.no-process", release, String.valueOf(reason.getMessage()));
    return new LaunchRefused(message, "", true);
  }

  /**
   * Whether the system did not create the process. A signal to the process group does that too: it
   * ends the helper with which Java creates a process, before this program is told of the signal.
   */
  public boolean isWithoutProcess() {
    return isWithoutProcess;
  }

  /** One line for a command line, with the options that would help. */
  public String text() {
    return getMessage() + hint;
  }

  /** One line without options of the command line. */
  public String plainText() {
    return String.valueOf(getMessage());
  }
}
