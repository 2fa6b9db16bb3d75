package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests every case of the golden files; {@code -Denit.golden=update} writes them again. */
final class GoldenTest {
  private static final Path CASES = Path.of("src/test/resources/cli");
  private static final boolean UPDATE = "update".equals(System.getProperty("enit.golden"));

  @TempDir Path trees;

  @TestFactory
  Stream<DynamicTest> prints() throws IOException {
    List<Path> cases;
    try (Stream<Path> folders = Files.list(CASES)) {
      cases = folders.filter(Files::isDirectory).sorted().toList();
    }
    assertFalse(cases.isEmpty());
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> run(c)));
  }

  private void run(Path folder) throws IOException {
    Path tree = Files.createDirectories(trees.resolve(folder.getFileName()));
    GoldenCase golden = new GoldenCase(folder, tree);
    Outcome outcome = golden.run();
    if (UPDATE) {
      golden.update(outcome);
    }
    String status = golden.expected("status").strip();
    String stdout = golden.expected("stdout");
    String stderr = golden.expected("stderr");
    assertAll(
        () -> assertEquals(stdout, outcome.stdout()),
        () -> assertEquals(stderr, outcome.stderr()),
        () -> assertEquals(status.isEmpty() ? "0" : status, Integer.toString(outcome.status())),
        () -> assertChanges(folder.resolve("after"), golden.tree()));
  }

  private static void assertChanges(Path after, Path tree) throws IOException {
    if (Files.isDirectory(after)) {
      try (Stream<Path> files = Files.walk(after)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String changed = Files.readString(tree.resolve(after.relativize(file).toString()));
          assertEquals(Files.readString(file), changed, file.toString());
        }
      }
    }
  }
}
