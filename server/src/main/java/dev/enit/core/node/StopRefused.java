package dev.enit.core.node;

import dev.enit.core.text.Messages;

/** Why a node was not stopped. */
public final class StopRefused extends Exception {
  private StopRefused(String message) {
    super(message, null, false, false);
  }

  /** In the words of the catalogue. */
  static StopRefused of(String key, Object... arguments) {
    return new StopRefused(Messages.text("stop." + key, arguments));
  }

  /** One line for a person. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
