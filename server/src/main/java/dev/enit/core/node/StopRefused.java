package dev.enit.core.node;

import dev.enit.core.text.Messages;

/** Why a node was not stopped. */
public final class StopRefused extends Exception {
  private final String hint;

  private StopRefused(String message, String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  /** In the words of the catalogue. */
  static StopRefused of(String key, Object... arguments) {
    return new StopRefused(
        Messages.text("stop." + key, arguments),
        Messages.optional("stop." + key + ".hint", arguments));
  }

  /** One line for the user of a command line, with the options that would help. */
  public String text() {
    return getMessage() + hint;
  }

  /** One line for the user of any client. */
  public String plainText() {
    return String.valueOf(getMessage());
  }
}
