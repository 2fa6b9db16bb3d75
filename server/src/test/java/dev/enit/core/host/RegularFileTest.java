package dev.enit.core.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.IrregularFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegularFileTest {
  @TempDir private Path folder;

  @Test
  void aFileUpToTheLimitIsReadWhole() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    assertArrayEquals(new byte[] {1, 2, 3}, RegularFile.read(file, 3));
    assertArrayEquals(new byte[] {1, 2, 3}, RegularFile.read(link, 3));
    assertEquals("it has 3 bytes; the limit is 2", reason(file, 2));
  }

  /** Standard input is whatever the test was started with. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STANDARD_INPUT")
  void anyOtherFileIsRefusedWithItsKind(IrregularFiles kind) throws Exception {
    Path file = kind.make(folder.resolve("file"));
    String reason = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> reason(file, 1000));
    assertTrue(reason.startsWith(kind.reason()), reason);
    IrregularFiles.unlink(folder);
  }

  @Test
  void aFolderIsRefusedAndAnAbsentFileIsAbsent() {
    assertEquals("it is a directory, not a regular file", reason(folder, 1000));
    Path absent = folder.resolve("absent");
    assertThrows(NoSuchFileException.class, () -> RegularFile.read(absent, 1000));
  }

  private static String reason(Path file, int limit) {
    IOException e = assertThrows(IOException.class, () -> RegularFile.read(file, limit));
    return RegularFile.reason(file, e);
  }
}
