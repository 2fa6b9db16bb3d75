package dev.enit.core.node;

import dev.enit.core.text.Messages;

/** Why a node is not started; nothing has happened. */
public final class LaunchRefused extends Exception {
  private final String hint;

  private LaunchRefused(String message, String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  /** In the words of the catalogue. */
  static LaunchRefused of(String key, Object... arguments) {
    return new LaunchRefused(
        Messages.text("launch." + key, arguments),
        Messages.optional("launch." + key + ".hint", arguments));
  }

  /** One line for a person at a command line, with the options that would help. */
  public String text() {
    return getMessage() + hint;
  }

  /** One line for a person anywhere. */
  public String plainText() {
    return String.valueOf(getMessage());
  }
}
