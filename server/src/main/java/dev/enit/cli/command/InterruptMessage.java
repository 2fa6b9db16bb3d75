package dev.enit.cli.command;

import dev.enit.cli.terminal.Output;
import dev.enit.core.text.Messages;

/**
 * What is said where a signal ends this program in a part of a command that leaves nothing behind.
 * A part that does, cleans up itself.
 */
public final class InterruptMessage implements AutoCloseable {
  private final Thread hook;

  private InterruptMessage(CommandContext shell, String key, Object... values) {
    hook = new Thread(() -> say(shell, Messages.text(key, values)), "last word");
  }

  /** Until {@link #end}; the words stand in the catalogue. */
  public static InterruptMessage of(CommandContext shell, String key, Object... values) {
    InterruptMessage word = new InterruptMessage(shell, key, values);
    SignalHook.add(word.hook);
    return word;
  }

  private static void say(CommandContext shell, String text) {
    try {
      shell.err().line("enit: " + text);
      shell.err().flush();
    } catch (Output.Closed closed) {
      // Nobody is left to be told.
    }
  }

  /** From now on somebody else speaks. */
  public void end() {
    SignalHook.remove(hook);
  }

  @Override
  public void close() {
    end();
  }
}
