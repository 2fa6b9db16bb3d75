package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.core.posix.SystemLog;
import dev.enit.core.text.Messages;

/**
 * The result of a command: on the standard output, and with {@code --syslog} in the system's log.
 */
final class CommandResult {
  private CommandResult() {}

  static void line(Arguments arguments, CommandContext shell, String key, Object... values) {
    text(arguments, shell, Messages.text(key, values));
  }

  static void text(Arguments arguments, CommandContext shell, String text) {
    shell.out().line(text);
    shell.out().flush();
    if (arguments.has("--syslog")) {
      SystemLog.write(SystemLog.Priority.NOTICE, text);
    }
  }
}
