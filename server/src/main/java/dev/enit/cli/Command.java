package dev.enit.cli;

/** One command: its shape on the command line, and what it does. */
public interface Command {
  /** Name, options and parameters, with their help. */
  Shape shape();

  /**
   * Does the work.
   *
   * @return the exit status
   * @throws StatedError where it cannot be done
   */
  int run(Arguments arguments, Shell shell);
}
