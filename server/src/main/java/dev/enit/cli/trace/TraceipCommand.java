package dev.enit.cli.trace;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;

/** {@code enit traceip}: prints the traces that a tracer in a node sends. */
public final class TraceipCommand implements Command {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LARGEST_PORT = 0xFFFF;

  @Override
  public Shape shape() {
    // As in the original, -h names the host.
    return Shape.command("traceip", "--help")
        .option("HOST", "-h", "--host")
        .parameters("PORT", "1");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    int port = port(arguments.parameters().getFirst());
    String host = arguments.value("--host").orElse(LOOPBACK);
    return Printing.with(arguments, shell, printer -> printer.port(host, port));
  }

  private static int port(String written) {
    int port = written.matches("\\d{1,5}") ? Integer.parseInt(written) : 0;
    if (port < 1 || port > LARGEST_PORT) {
      throw StatedError.usage("cli.traceip.port", written);
    }
    return port;
  }
}
