package dev.enit.core.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.enit.core.ide.CursorPlace.Nothing;
import dev.enit.core.ide.CursorPlace.PropertyValue;
import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.ide.CursorPlace.Slot;
import dev.enit.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests that the names of a file are exactly the places that the cursor finds. */
class NamedPlacesTest {
  private static final Path SAMPLES = Path.of("../samples");

  @TestFactory
  Stream<DynamicTest> namesAreWhatTheCursorFinds() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      List<Path> all = files.filter(NamedPlacesTest::isServed).sorted().toList();
      assertFalse(all.isEmpty());
      return all.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
    }
  }

  private static boolean isServed(Path file) {
    return file.toString().endsWith(".config") || file.toString().endsWith("release.enit");
  }

  private static void check(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
    compare(file, text);
    // And broken at every line.
    for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
      compare(file, text.substring(0, line));
    }
  }

  private static void compare(Path file, String text) {
    Workspace workspace = HoverFixturesTest.host().open(file, 1, text);
    Set<CursorPlace> found = new LinkedHashSet<>();
    for (int offset = 0; offset <= text.length(); offset++) {
      found.add(CursorPlaces.at(workspace, file, offset));
    }
    found.removeIf(NamedPlacesTest::isNoName);
    List<CursorPlace> named = new ArrayList<>();
    NamedPlaces.of(workspace.file(file).orElseThrow(), named::add);
    assertEquals(List.copyOf(found), named);
  }

  private static boolean isNoName(CursorPlace place) {
    return place instanceof Nothing
        || place instanceof Slot
        || place instanceof SettingValue
        || place instanceof PropertyValue;
  }
}
