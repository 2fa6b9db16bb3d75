package dev.enit.core.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests the hover at the cursor of every folder of {@code src/test/resources/hover}. {@code
 * -Denit.golden=update} writes the expectations again; read them in the diff.
 */
class HoverFixturesTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("enit.golden"));

  @TestFactory
  Stream<DynamicTest> hovers() throws IOException {
    return HoverFixture.all().stream()
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check(fixture)));
  }

  private static void check(HoverFixture fixture) throws IOException {
    String actual = fixture.actual();
    if (UPDATE) {
      Files.writeString(fixture.expectation(), actual);
    }
    assertEquals(Files.readString(fixture.expectation()), actual);
    String markdown = actual.substring(Math.max(0, actual.indexOf("\n\n")));
    assertFalse(markdown.contains("hush"), "shows a cookie");
  }
}
