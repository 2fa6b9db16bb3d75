package dev.enit.cli.trace;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.SafePlaces;
import dev.enit.cli.command.UserError;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.TracePrinter;

/** The common part of the commands that print traces: the process becomes an emulator. */
interface TracePrinting {
  void become(TracePrinter printer) throws LaunchRefused;

  /**
   * Does not return.
   *
   * @throws UserError where no emulator can be started
   */
  static int with(Arguments arguments, CommandContext context, TracePrinting printing) {
    new SafePlaces(arguments, context).checkSettings(context.directory());
    try {
      TracePrinter printer =
          TracePrinter.of(context.workspace(arguments).snapshot().otp(context.directory()));
      context.err().flush();
      context.out().flush();
      printing.become(printer);
    } catch (LaunchRefused refused) {
      throw UserError.saying(refused.text());
    }
    throw new IllegalStateException("this process is another program by now");
  }
}
