package dev.enit.lsp.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests every spelling of the tables, and that a path survives its URI. */
class UrisTest {
  @TestFactory
  Stream<DynamicTest> readsUris() throws IOException {
    return DataTable.lines("uris.txt").stream()
        .map(line -> line.split("=>", -1))
        .map(
            cells -> {
              String uri = cells[0].strip();
              String path = cells[1].strip();
              return DynamicTest.dynamicTest(
                  "URI " + uri,
                  () ->
                      assertEquals(
                          path.equals("none") ? Optional.empty() : Optional.of(Path.of(path)),
                          Uris.path(uri)));
            });
  }

  @TestFactory
  Stream<DynamicTest> writesUrisThatAreReadBack() throws IOException {
    return DataTable.lines("paths.txt").stream()
        .map(line -> line.split("=>", -1))
        .map(
            cells -> {
              Path path = Path.of(cells[0].strip());
              return DynamicTest.dynamicTest(
                  cells[0],
                  () -> {
                    assertEquals(cells[1].strip(), Uris.uri(path));
                    assertEquals(Optional.of(path), Uris.path(Uris.uri(path)));
                  });
            });
  }
}
