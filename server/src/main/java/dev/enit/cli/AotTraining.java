package dev.enit.cli;

import dev.enit.cli.command.ExitStatus;

/**
 * The training run of the AOT cache: several commands in one process, one after the other.
 *
 * <p>An AOT cache is made from what one process did, and enit has a single cache: so when the
 * distribution is built, the server and the commands run here once. A part of the program itself,
 * since a cache serves the class path alone that it was made with.
 */
public final class AotTraining {
  private AotTraining() {}

  /**
   * Runs each argument as a command line; its words are separated by blanks. The process ends with
   * the status of a crash where one of them crashed.
   */
  public static void main(String[] lines) {
    int worst = ExitStatus.DONE;
    for (String line : lines) {
      if (Main.run(line.split(" ", -1)) == ExitStatus.CRASH) {
        worst = ExitStatus.CRASH;
      }
    }
    System.exit(worst);
  }
}
