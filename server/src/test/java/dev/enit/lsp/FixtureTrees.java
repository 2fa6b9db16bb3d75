package dev.enit.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders with small trees of files, each with the expected output of a feature in {@code
 * expected.txt}. {@code -Denit.golden=update} writes the expectations again; read them in the diff.
 */
final class FixtureTrees {
  static final boolean UPDATE = "update".equals(System.getProperty("enit.golden"));
  private static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();
  private static final String EXPECTED = "expected.txt";

  private FixtureTrees() {}

  /** Returns the trees of a feature; folders of what is installed are none. */
  static List<Path> of(String feature) throws IOException {
    try (Stream<Path> folders = Files.list(RESOURCES.resolve(feature))) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith("otp") && !folder.endsWith("lib"))
          .sorted()
          .toList();
    }
  }

  /** Returns the files of a tree that enit reads. */
  static List<Path> files(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith(EXPECTED))
          .sorted()
          .toList();
    }
  }

  /** Returns what is expected of a tree; with {@code update}, what is the case. */
  static String expected(Path tree, String actual) throws IOException {
    Path file = tree.resolve(EXPECTED);
    if (UPDATE) {
      Files.writeString(file, actual);
    }
    return Files.readString(file);
  }
}
