package dev.enit.cli.command;

/** One command: its shape on the command line, and what it does. */
public interface Command {
  /** Name, options and parameters, with their help. */
  CommandDefinition shape();

  /**
   * Whether a signal before the work begins is answered with the words that nothing was changed;
   * from then on the parts of the command answer.
   */
  default boolean answersSignals() {
    return false;
  }

  /**
   * Does the work.
   *
   * @return the exit status
   * @throws UserError where it cannot be done
   */
  int run(Arguments arguments, CommandContext context);
}
