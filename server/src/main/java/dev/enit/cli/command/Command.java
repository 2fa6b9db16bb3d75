package dev.enit.cli.command;

/** A command of the command line. */
public interface Command {
  /** Returns the name, options and parameters, with their help. */
  CommandDefinition shape();

  /**
   * Returns whether a signal before the work begins prints that nothing was changed; from then on
   * the parts of the command handle signals.
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
