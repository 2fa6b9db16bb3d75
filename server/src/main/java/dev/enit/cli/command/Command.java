package dev.enit.cli.command;

/** One command: its shape on the command line, and what it does. */
public interface Command {
  /** Name, options and parameters, with their help. */
  CommandDefinition shape();

  /**
   * Does the work.
   *
   * @return the exit status
   * @throws UserError where it cannot be done
   */
  int run(Arguments arguments, CommandContext shell);
}
