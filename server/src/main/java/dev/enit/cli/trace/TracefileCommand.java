package dev.enit.cli.trace;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.UserError;
import dev.enit.core.host.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code enit tracefile}: the traces that a tracer in a node has written. */
public final class TracefileCommand implements Command {
  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("tracefile").flag("-f", "--follow").parameters("FILE", "1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    String written = arguments.parameters().getFirst();
    Path file = context.path(written);
    if (!Files.exists(file)) {
      throw UserError.of("cli.tracefile.absent", written);
    }
    try {
      // What comes to be there later is read by an emulator, which an interrupt ends.
      RegularFile.open(file).close();
    } catch (IOException e) {
      throw UserError.of("cli.tracefile.unreadable", written, RegularFile.reason(file, e));
    }
    return TracePrinting.with(
        arguments,
        context,
        printer -> {
          if (arguments.has("--follow")) {
            printer.follow(file);
          } else {
            printer.file(file);
          }
        });
  }
}
