package dev.enit.erlang;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs every {@code *_tests} module of a folder of Erlang sources in one emulator that has the
 * application {@code enit} on its path.
 */
final class EunitRun {
  private static final Path RUNNER =
      Path.of("src", "test", "erlang", "eunit_results.erl").toAbsolutePath();
  private static final String END = "done";

  private final Path directory;

  /**
   * @param directory an empty one, for what is compiled
   */
  EunitRun(Path directory) {
    this.directory = directory;
  }

  /** The results of each module, by name, in the order in which its tests ran. */
  SortedMap<String, List<EunitResult>> of(Path folder) {
    List<Path> sources = sources(folder);
    compile(sources);
    SortedMap<String, List<EunitResult>> results = new TreeMap<>();
    for (Path source : sources) {
      String name = source.getFileName().toString().replace(".erl", "");
      if (name.endsWith("_tests")) {
        results.put(name, new ArrayList<>());
      }
    }
    for (String line : test(List.copyOf(results.keySet()))) {
      EunitResult result = EunitResult.of(line);
      requireNonNull(results.get(result.module())).add(result);
    }
    return results;
  }

  private void compile(List<Path> sources) {
    List<String> command = new ArrayList<>(List.of("erlc", "-Werror", "+debug_info"));
    command.addAll(List.of("-pa", ebin(), "-o", directory.toString(), RUNNER.toString()));
    for (Path source : sources) {
      if (!source.equals(RUNNER)) {
        command.add(source.toString());
      }
    }
    run(command);
  }

  private List<String> test(List<String> modules) {
    Path file = directory.resolve("results");
    List<String> command =
        new ArrayList<>(List.of("erl", "-noinput", "-boot", "no_dot_erlang", "+fnu"));
    command.addAll(List.of("-pa", ebin(), directory.toString()));
    command.addAll(List.of("-run", "eunit_results", "run", file.toString()));
    command.addAll(modules);
    String output = run(command);
    List<String> lines = lines(file);
    if (lines.isEmpty() || !lines.getLast().equals(END)) {
      throw new AssertionError("The emulator ended before the tests did.\n" + output);
    }
    return lines.subList(0, lines.size() - 1);
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".erl"))
          .map(Path::toAbsolutePath)
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String ebin() {
    return System.getProperty("enit.erlang", "the property enit.erlang is not set");
  }

  private String run(List<String> command) {
    Path log = directory.resolve("output");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().put("HOME", directory.toString());
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      process.getOutputStream().close();
      int status = process.waitFor();
      String output = Files.readString(log);
      if (status != 0) {
        throw new AssertionError(command.getFirst() + " ended with " + status + "\n" + output);
      }
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
