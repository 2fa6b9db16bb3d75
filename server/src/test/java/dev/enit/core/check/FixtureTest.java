package dev.enit.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.enit.core.check.FixtureTree.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that every fixture has exactly the diagnostics of its comments, and that its texts after
 * the fixes are those of its folder {@code fixed}. With {@code -Denit.golden=update} the comments
 * and the fixed texts are written again, to be read in the diff. With {@code -Denit.fixture=REGEX}
 * only those are looked at whose name it matches.
 */
class FixtureTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("enit.golden"));

  private static final String WANTED = System.getProperty("enit.fixture", ".*");

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> fixtures() {
    return Fixture.all().stream()
        .filter(fixture -> fixture.name().matches(WANTED))
        .map(
            fixture ->
                DynamicTest.dynamicTest(
                    fixture.name(), fixture.folder().toUri(), () -> test(fixture)));
  }

  private void test(Fixture fixture) throws IOException {
    Path root = Files.createDirectories(temp.resolve(fixture.name()));
    FixtureTree tree = new FixtureTree(fixture, root);
    Diagnostics found = tree.diagnostics();
    Map<Path, String> fixed =
        "none".equals(fixture.properties().getProperty("fixes")) ? Map.of() : fixed(tree, found);
    if (UPDATE) {
      update(fixture, tree, found, fixed);
    } else {
      assertEquals(expectedElsewhere(fixture), found.elsewhere(), "diagnostics of no text");
      compare(texts(fixture), found);
      compareFixed(fixture, tree, fixed);
    }
  }

  private static Map<Path, AnnotatedText> texts(Fixture fixture) {
    Map<Path, AnnotatedText> texts = new TreeMap<>();
    fixture.files().forEach(file -> texts.put(file, fixture.text(file)));
    return texts;
  }

  private static void compare(Map<Path, AnnotatedText> texts, Diagnostics found) {
    texts.forEach(
        (file, text) -> {
          AnnotatedText actual = text.with(found.marks(file));
          assertEquals(text.toString(), actual.toString(), file.toString());
        });
  }

  /** Returns the texts that the fixes change. */
  private static Map<Path, String> fixed(FixtureTree tree, Diagnostics found) {
    Map<Path, String> fixed = new TreeMap<>();
    found
        .inTexts()
        .forEach(
            (file, in) -> {
              String text = in.source().text();
              String after =
                  FixApplication.apply(tree.root().resolve(file), text, found.diagnostics());
              if (!after.equals(text)) {
                fixed.put(file, after);
              }
            });
    return fixed;
  }

  private static void compareFixed(Fixture fixture, FixtureTree tree, Map<Path, String> fixed)
      throws IOException {
    assertEquals(
        fixture.fixedFiles(), List.copyOf(fixed.keySet()), "the files that the fixes change");
    Map<Path, AnnotatedText> texts = texts(fixture);
    for (Path file : fixture.fixedFiles()) {
      AnnotatedText expected = fixture.fixedText(file);
      assertEquals(expected.plain(), fixed.get(file), "fixed: " + file);
      tree.write(file, expected.bytes());
      texts.put(file, expected);
    }
    if (!fixed.isEmpty()) {
      compare(texts, tree.diagnostics());
    }
  }

  private static List<String> expectedElsewhere(Fixture fixture) {
    List<String> expected = new ArrayList<>();
    fixture
        .properties()
        .forEach(
            (key, value) -> {
              if (key.toString().startsWith("diagnostic")) {
                expected.add(value.toString());
              }
            });
    return expected.stream().sorted().toList();
  }

  private static void update(
      Fixture fixture, FixtureTree tree, Diagnostics found, Map<Path, String> fixed)
      throws IOException {
    for (Map.Entry<Path, FixtureTree.Found> in : found.inTexts().entrySet()) {
      fixture.text(in.getKey()).with(in.getValue().marks()).write(file(fixture, in.getKey()));
    }
    for (Map.Entry<Path, String> entry : fixed.entrySet()) {
      Path file = entry.getKey();
      tree.write(file, entry.getValue().getBytes(StandardCharsets.UTF_8));
    }
    Diagnostics after = tree.diagnostics();
    for (Path file : fixed.keySet()) {
      AnnotatedText before =
          Files.exists(fixture.fixed(file)) ? fixture.fixedText(file) : fixture.text(file);
      before.withText(fixed.get(file)).with(after.marks(file)).write(fixture.fixed(file));
    }
    if (!expectedElsewhere(fixture).equals(found.elsewhere())) {
      fail("case.properties of " + fixture.name() + " should tell " + found.elsewhere());
    }
  }

  private static Path file(Fixture fixture, Path file) {
    return fixture.folder().resolve(file);
  }
}
