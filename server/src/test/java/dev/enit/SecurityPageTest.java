package dev.enit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that what docs/security.md names exists: its tests, the classes, the files that it links.
 */
final class SecurityPageTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w+)`");
  private static final Pattern CELLS = Pattern.compile("\\|[^|]+\\|[^|]+\\|([^|]+)\\|");

  private static String page() throws IOException {
    return Files.readString(DOCS.resolve("security.md"));
  }

  private static Set<String> named(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  private static Set<String> classes(String... roots) throws IOException {
    Set<String> classes = new TreeSet<>();
    for (String root : roots) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".java"))
            .forEach(file -> classes.add(file.substring(0, file.length() - ".java".length())));
      }
    }
    return classes;
  }

  @Test
  void everyTestThatItNamesExists() throws IOException {
    Set<String> named = new TreeSet<>(named(TEST, page()));
    assertTrue(named.size() > 30, named.toString());
    named.removeAll(classes("src/test/java", "../grammar/src/test/java"));
    assertEquals(Set.of(), named);
  }

  @Test
  void everyClassThatItNamesExists() throws IOException {
    Set<String> named = new TreeSet<>(named(CLASS, page()));
    named.removeAll(classes("src/main/java", "src/test/java", "../grammar/src/main/java"));
    named.removeAll(classes("../grammar/src/test/java"));
    assertEquals(Set.of(), named);
  }

  @Test
  void everyThreatHasATest() throws IOException {
    String page = page();
    String threats = page.substring(page.indexOf("## Threats"), page.indexOf("## What is not"));
    List<String> rows =
        threats
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| threat"))
            .toList();
    assertTrue(rows.size() > 20, rows.toString());
    for (String row : rows) {
      Matcher cells = CELLS.matcher(row);
      assertTrue(cells.matches() && TEST.matcher(cells.group(1)).find(), row);
    }
  }

  @Test
  void theReadmeLinksIt() throws IOException {
    for (String page : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")) {
      assertTrue(Files.readString(Path.of("..", page)).contains("(docs/security.md)"), page);
    }
  }
}
