package dev.enit.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that every diagnostic has its four parts: the constant, the check, the fixtures and the
 * page.
 */
class DiagnosticCodeTest {
  private static final Path PAGES = Path.of("src/main/resources/diagnostics");

  @Test
  void idsAreSortedAndEachIsThereOnce() {
    List<String> ids = Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).toList();
    assertEquals(List.copyOf(new TreeSet<>(ids)), ids);
    ids.forEach(id -> assertTrue(id.matches("EN[1-8]\\d\\d"), id));
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void theConstantHasTheNameOfTheSlug(DiagnosticCode code) {
    assertEquals(code.slug(), code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Test
  void everyCodeHasItsPageAndEveryPageItsCode() throws IOException {
    assertEquals(
        Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).toList(),
        names(PAGES).map(name -> name.replace(".md", "")).toList());
  }

  @Test
  void everyCodeHasItsFixturesAndEveryFolderItsCode() throws IOException {
    assertEquals(
        Arrays.stream(DiagnosticCode.values())
            .filter(DiagnosticCodeTest::hasFixtures)
            .map(DiagnosticCode::slug)
            .sorted()
            .toList(),
        names(Fixture.ROOT).filter(name -> Files.isDirectory(Fixture.ROOT.resolve(name))).toList());
  }

  /**
   * Returns the codes without a fixture: the limit needs more lines than a fixture should have, see
   * {@link FileDiagnosticsTest}.
   */
  private static boolean hasFixtures(DiagnosticCode code) {
    return code != DiagnosticCode.TOO_MANY_DIAGNOSTICS;
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void aPageExplains(DiagnosticCode code) throws IOException {
    DiagnosticPage page = code.page();
    assertFalse(page.title().isBlank());
    assertTrue(page.keys().stream().anyMatch(key -> key.startsWith("message")), "no message");
    assertTrue(page.body().length() > 200, "the explanation is too short");
    assertTrue(page.body().contains("```erlang"), "no example");
    for (String line : Files.readAllLines(PAGES.resolve(code.id() + ".md"))) {
      assertTrue(line.length() <= 400, "too long: " + line);
    }
  }

  /**
   * The messages of the checks are on the pages ({@link Diagnostic#message()} fails where one is
   * not), none is unused, every argument is filled in, and every code is reported in some fixture.
   */
  @Test
  void fixturesUseAllWordsOfAllPages(@TempDir Path temp) throws IOException {
    Set<String> used = new TreeSet<>();
    for (Fixture fixture : Fixture.all()) {
      Path root = Files.createDirectories(temp.resolve(fixture.name()));
      for (Diagnostic diagnostic : new FixtureTree(fixture, root).diagnostics().everything()) {
        used.addAll(words(diagnostic));
      }
    }
    assertEquals(String.join("\n", allWords()), String.join("\n", used));
  }

  private static Set<String> words(Diagnostic diagnostic) {
    Set<String> keys = new HashSet<>();
    keys.add(diagnostic.key());
    complete(diagnostic.message());
    for (RelatedPlace related : diagnostic.related()) {
      keys.add(related.key());
      complete(diagnostic.message(related));
    }
    for (Fix fix : diagnostic.fixes()) {
      keys.add(fix.key());
      complete(diagnostic.title(fix));
    }
    return keys.stream().map(key -> diagnostic.code().id() + " " + key).collect(Collectors.toSet());
  }

  private static void complete(String text) {
    assertFalse(text.isBlank());
    assertFalse(text.matches("(?s).*\\{\\d}.*"), "an argument is missing: " + text);
    assertFalse(text.contains("\n"), "more than a line: " + text);
  }

  private static Set<String> allWords() {
    Set<String> all = new TreeSet<>();
    for (DiagnosticCode code :
        Arrays.stream(DiagnosticCode.values()).filter(DiagnosticCodeTest::hasFixtures).toList()) {
      code.page().keys().stream()
          .filter(key -> !key.equals("title"))
          .forEach(key -> all.add(code.id() + " " + key));
    }
    return all;
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }
}
