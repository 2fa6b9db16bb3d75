package dev.enit.core.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A folder with a tree of a host and the diagnostics that are expected in it: {@code
 * checks/SLUG/CASE}, or {@code checks/SLUG} alone. What it can hold is told in {@code
 * checks/README.md}.
 */
record Fixture(String slug, String name, Path folder) {
  static final Path ROOT = Path.of("src/test/resources/checks");
  private static final String CASE = "case.properties";
  private static final String FIXED = "fixed";

  /** Returns all fixtures, by name. */
  static List<Fixture> all() {
    List<Fixture> fixtures = new ArrayList<>();
    for (Path slug : folders(ROOT)) {
      String name = slug.getFileName().toString();
      if (isCase(slug)) {
        fixtures.add(new Fixture(name, name, slug));
      } else {
        folders(slug)
            .forEach(at -> fixtures.add(new Fixture(name, name + "/" + at.getFileName(), at)));
      }
    }
    return fixtures;
  }

  /** Returns the files of the tree, relative to it, without those that only the test reads. */
  List<Path> files() {
    return files(folder).filter(path -> !path.startsWith(FIXED) && !path.endsWith(CASE)).toList();
  }

  /** Returns what the texts are after the fixes: only the files that change. */
  List<Path> fixedFiles() {
    Path fixed = folder.resolve(FIXED);
    return Files.isDirectory(fixed) ? files(fixed).toList() : List.of();
  }

  AnnotatedText text(Path file) {
    return AnnotatedText.read(folder.resolve(file));
  }

  AnnotatedText fixedText(Path file) {
    return AnnotatedText.read(fixed(file));
  }

  Path fixed(Path file) {
    return folder.resolve(FIXED).resolve(file);
  }

  Properties properties() {
    Properties properties = new Properties();
    Path file = folder.resolve(CASE);
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties;
  }

  private static boolean isCase(Path folder) {
    return Stream.of("var", "etc", "lib", FIXED)
            .anyMatch(name -> Files.isDirectory(folder.resolve(name)))
        || files(folder).anyMatch(path -> path.getNameCount() == 1);
  }

  private static List<Path> folders(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
