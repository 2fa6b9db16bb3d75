package dev.enit.cli.command;

import dev.enit.cli.terminal.Output;
import dev.enit.core.text.Messages;

/** The message that a signal prints while it can end the program without a cleanup. */
public final class InterruptMessage implements AutoCloseable {
  private InterruptMessage() {}

  /** Has signals print a message until {@link #close}, or until another task replaces this one. */
  public static InterruptMessage of(CommandContext context, String key, Object... values) {
    SignalHook.replace(() -> say(context, key, values));
    return new InterruptMessage();
  }

  /** Writes the words of a key on the standard error. */
  public static void say(CommandContext context, String key, Object... values) {
    try {
      context.err().line("enit: " + Messages.text(key, values));
      context.err().flush();
    } catch (Output.Closed closed) {
      // There is no reader left.
    }
  }

  @Override
  public void close() {
    SignalHook.finish();
  }
}
