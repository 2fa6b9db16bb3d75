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
 * A run of every {@code *_tests} module of a folder of Erlang sources in one emulator that has the
 * application {@code enit} on its path.
 */
final class EunitRun {
  private static final Path RUNNER =
      Path.of("src", "test", "erlang", "eunit_results.erl").toAbsolutePath();

  private final Emulator emulator;

  /**
   * @param directory an empty one, for what is compiled
   */
  EunitRun(Path directory) {
    this.emulator = new Emulator(directory);
  }

  /** Returns the results of each module, by name, in the order in which its tests ran. */
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
    List<Path> all = new ArrayList<>(sources);
    if (!all.contains(RUNNER)) {
      all.add(RUNNER);
    }
    emulator.compile(all);
  }

  private List<String> test(List<String> modules) {
    Path file = emulator.directory().resolve("results");
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(modules);
    emulator.run("eunit_results", arguments);
    return emulator.lines(file);
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
}
