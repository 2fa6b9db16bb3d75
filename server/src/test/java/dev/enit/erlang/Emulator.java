package dev.enit.erlang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An emulator that compiles and runs Erlang modules with the application {@code enit} on its path,
 * without the configuration of this computer's user.
 *
 * @param directory for what is compiled and for what is written
 */
record Emulator(Path directory) {
  /** The last line of what a module writes, so that an end too early can be told. */
  private static final String END = "done";

  void compile(List<Path> sources) {
    List<String> command = new ArrayList<>(List.of("erlc", "-Werror", "+debug_info"));
    command.addAll(List.of("-pa", ebin(), "-o", directory.toString()));
    sources.forEach(source -> command.add(source.toString()));
    execute(command);
  }

  /** Calls {@code Module:run(Arguments)}, which ends the emulator. */
  void run(String module, List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("erl", "-noinput", "-boot", "no_dot_erlang", "+fnu"));
    command.addAll(List.of("-pa", ebin(), directory.toString(), "-run", module, "run"));
    command.addAll(arguments);
    execute(command);
  }

  private static String ebin() {
    return System.getProperty("enit.erlang", "the property enit.erlang is not set");
  }

  private void execute(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().put("HOME", directory.toString());
      builder.redirectErrorStream(true).redirectOutput(log().toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      int status = process.waitFor();
      if (status != 0) {
        throw new AssertionError(command.getFirst() + " ended with " + status + "\n" + output());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /**
   * Returns the lines that a module wrote into a file, without the last, which says that it came to
   * its end.
   */
  List<String> lines(Path file) {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.isEmpty() || !lines.getLast().equals(END)) {
        throw new AssertionError("The emulator ended too early.\n" + output());
      }
      return lines.subList(0, lines.size() - 1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String output() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return directory.resolve("output");
  }
}
