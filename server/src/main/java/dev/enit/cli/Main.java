package dev.enit.cli;

import dev.enit.cli.terminal.Output;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the process starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    Shell shell =
        new Shell(
            Path.of("").toAbsolutePath(),
            System.getenv(),
            new FileInputStream(FileDescriptor.in),
            new Output(new FileOutputStream(FileDescriptor.out)),
            new Output(new FileOutputStream(FileDescriptor.err)),
            isTerminal());
    return new Enit(commands()).run(shell, args);
  }

  static List<Command> commands() {
    return List.of(new ExplainCommand(), new HelpCommand());
  }

  /**
   * Whether the standard output is a terminal. {@link java.io.Console} would ask of the standard
   * input as well.
   */
  private static boolean isTerminal() {
    try {
      Path out = Files.readSymbolicLink(Path.of("/proc/self/fd/1"));
      return out.startsWith("/dev/pts") || out.toString().startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
