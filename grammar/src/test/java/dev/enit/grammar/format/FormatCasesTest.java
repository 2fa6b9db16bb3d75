package dev.enit.grammar.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.enit.grammar.parse.TermParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that every NAME.in of the folder becomes NAME.out, and stays so; one without NAME.out has
 * syntax errors and is left alone. {@code -Denit.golden=update} writes the NAME.out again: read the
 * difference.
 */
class FormatCasesTest {
  private static final Path CASES = Path.of("src/test/resources/format");
  private static final boolean UPDATE = "update".equals(System.getProperty("enit.golden"));

  @TestFactory
  Stream<DynamicTest> formats() throws IOException {
    return cases().stream()
        .map(in -> DynamicTest.dynamicTest(in.getFileName().toString(), () -> check(in)));
  }

  @Test
  void thereAreCases() throws IOException {
    assertFalse(cases().isEmpty());
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".in")).sorted().toList();
    }
  }

  private static void check(Path in) throws IOException {
    Path out = Path.of(in.toString().replaceFirst("\\.in$", ".out"));
    Optional<String> formatted = format(Files.readString(in));
    if (UPDATE && formatted.isPresent()) {
      Files.writeString(out, formatted.get());
    }
    Optional<String> expected =
        Files.exists(out) ? Optional.of(Files.readString(out)) : Optional.empty();
    assertEquals(expected, formatted);
    if (expected.isPresent()) {
      assertEquals(expected, format(expected.get()));
    }
    if (expected.isPresent() && !in.toString().contains("coding_comment_")) {
      FormatProperties.check(Files.readString(in), FormatOptions.DEFAULT);
    }
  }

  private static Optional<String> format(String text) {
    return TermFormatter.format(TermParser.parse(text), FormatOptions.DEFAULT);
  }
}
