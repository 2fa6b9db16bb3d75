package dev.enit.cli.trace;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.UserError;

/** {@code enit traceip}: the traces that a tracer in a node sends. */
public final class TraceipCommand implements Command {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LARGEST_PORT = 0xFFFF;

  @Override
  public CommandDefinition shape() {
    // As in the original, -h names the host.
    return CommandDefinition.command("traceip", "--help")
        .option("HOST", "-h", "--host")
        .parameters("PORT", "1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    int port = port(arguments.parameters().getFirst());
    String host = arguments.value("--host").orElse(LOOPBACK);
    return TracePrinting.with(arguments, context, printer -> printer.port(host, port));
  }

  private static int port(String written) {
    int port = written.matches("\\d{1,5}") ? Integer.parseInt(written) : 0;
    if (port < 1 || port > LARGEST_PORT) {
      throw UserError.usage("cli.traceip.port", written);
    }
    return port;
  }
}
