package dev.enit.cli;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;

/**
 * {@code enit help COMMAND}: for those who ask it so. {@link CommandDispatcher} answers, it knows
 * them all.
 */
final class HelpCommand implements Command {
  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("help").parameters("COMMAND", "0..1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    throw new IllegalStateException("help is answered before any command runs");
  }
}
