package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.TextCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Tests that the tables of the server's README match the code. {@code -Denit.golden=update} writes
 * them again.
 */
class ProtocolPageTest {
  private static final Path PAGE = Path.of("README.md");
  private static final String BEGIN = "<!-- Made by ProtocolPageTest from here on. -->\n\n";

  @Test
  void theTablesAreThoseOfTheCode() throws IOException {
    String page = Files.readString(PAGE);
    String made =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + new ProtocolPage().text().stripTrailing()
            + "\n";
    if (TextCase.UPDATE) {
      Files.writeString(PAGE, made);
    }
    assertEquals(made, Files.readString(PAGE), "run with -Denit.golden=update");
  }
}
