package dev.enit.core.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.IrregularFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Every user can write to the folder: a FIFO and the file replace each other again and again. */
  @Test
  void aFifoThatComesInBetweenDoesNotBlock() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path file = folder.resolve("file");
    Path regular = Files.write(folder.resolve("regular"), new byte[] {1});
    Path fifo = IrregularFiles.FIFO.make(folder.resolve("fifo"));
    AtomicBoolean isOver = new AtomicBoolean();
    Thread racer =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!isOver.get()) {
                    replace(file, regular);
                    replace(file, fifo);
                  }
                });
    try {
      // The regular file is read from time to time.
      int read =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> {
                int done = 0;
                for (int i = 0; i < 1000 || done == 0; i++) {
                  done += attempt(file);
                }
                return done;
              });
      assertTrue(read > 0);
    } finally {
      isOver.set(true);
      racer.join();
    }
  }

  private static int attempt(Path file) {
    try {
      return RegularFile.read(file, 10).length;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Puts a file in the place of another one, which is there at every moment. */
  private static void replace(Path file, Path by) {
    try {
      Path link = Files.createLink(file.resolveSibling("new"), by);
      Files.move(link, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aLinkIsNotReadWhereNoneMayBe() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1});
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertArrayEquals(new byte[] {1}, RegularFile.readUnlinked(file, 1));
    IOException e = assertThrows(IOException.class, () -> RegularFile.readUnlinked(link, 1));
    assertEquals("it is a symbolic link, not a regular file", RegularFile.reason(link, e));
  }

  private static String reason(Path file, int limit) {
    IOException e = assertThrows(IOException.class, () -> RegularFile.read(file, limit));
    return RegularFile.reason(file, e);
  }
}
