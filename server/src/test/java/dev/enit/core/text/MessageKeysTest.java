package dev.enit.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the keys of the catalogue of user text. */
final class MessageKeysTest {
  private static final Path CATALOGUE = Path.of("src/main/resources/messages.properties");

  /** The last definition would win, and one of two questions would have the text of the other. */
  @Test
  void eachIsDefinedOnce() throws IOException {
    Set<String> seen = new HashSet<>();
    List<String> twice =
        Files.readAllLines(CATALOGUE).stream()
            .filter(line -> !line.startsWith("#") && line.contains("="))
            .map(line -> line.substring(0, line.indexOf('=')).strip())
            .filter(key -> !seen.add(key))
            .toList();
    assertEquals(List.of(), twice);
  }
}
