package dev.enit.core.node;

import dev.enit.core.text.Messages;

/** Why a node is not started; nothing has happened. */
public final class LaunchRefused extends Exception {
  private LaunchRefused(String message) {
    super(message, null, false, false);
  }

  /** In the words of the catalogue. */
  static LaunchRefused of(String key, Object... arguments) {
    return new LaunchRefused(Messages.text("launch." + key, arguments));
  }

  /** One line for a person. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
