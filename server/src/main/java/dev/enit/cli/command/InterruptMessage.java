package dev.enit.cli.command;

import dev.enit.cli.terminal.Output;
import dev.enit.core.text.Messages;

/**
 * The words where a signal ends this program in a part of a command that leaves nothing behind. A
 * part that does, cleans up itself.
 */
public final class InterruptMessage implements AutoCloseable {
  private InterruptMessage() {}

  /** Until {@link #close} or another task for signals; the words stand in the catalogue. */
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
