package dev.enit.cli.fmt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.IrregularFiles;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileReplacementTest {
  @TempDir Path folder;
  @TempDir Path elsewhere;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-r--", "rwxr-xr-x"})
  void permissionsStayAndNothingIsLeftBeside(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("a.config"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    replace(file);
    assertEquals("new", Files.readString(file));
    assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of("a.config"), names());
  }

  @Test
  void aLinkStaysOneAndItsTargetIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("a.config"), Path.of("target"));
    replace(link);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
  }

  @Test
  void aFileThatChangedMeanwhileIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.config"), "newer");
    assertRefused(file, Messages.text("cli.fmt.changed-meanwhile"));
    assertEquals("newer", Files.readString(file));
  }

  @Test
  void aFileThatHasBecomeTooLargeIsNotReadWhole() throws Exception {
    Path file = IrregularFiles.SPARSE.make(folder.resolve("a.config"));
    FileSystemException refusal = assertThrows(FileSystemException.class, () -> replace(file));
    String reason = String.valueOf(refusal.getReason());
    assertTrue(reason.startsWith(IrregularFiles.SPARSE.reason()), reason);
  }

  @Test
  void hardLinksAreNotSeparated() throws IOException {
    Path file = Files.writeString(folder.resolve("a.config"), "old");
    Path other = Files.createLink(folder.resolve("b.config"), file);
    assertRefused(file, Messages.text("cli.fmt.hard-links", 2));
    assertTrue(Files.isSameFile(file, other));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.config", "b.config"), names());
  }

  @Test
  void ownerAndGroupStay() throws IOException {
    assumeTrue(ProcessIdentity.uid() == 0, "only root gives files away");
    Path file = Files.writeString(folder.resolve("a.config"), "old");
    Files.setAttribute(file, "unix:uid", 65_534);
    Files.setAttribute(file, "unix:gid", 65_534);
    replace(file);
    assertEquals("new", Files.readString(file));
    assertEquals(65_534, Files.getAttribute(file, "unix:uid"));
    assertEquals(65_534, Files.getAttribute(file, "unix:gid"));
  }

  /**
   * Another program exchanges everything that appears in the directory for a file and for a
   * directory of its choice, as the owner of that directory may at any time.
   */
  @Test
  void onlyTheNewTextArrives() throws Exception {
    Path target = Files.writeString(folder.resolve("a.config"), "old");
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(target);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread attacker = Thread.ofPlatform().start(() -> exchange(target, isOver));
    try {
      for (int round = 0; round < 300; round++) {
        Files.writeString(target, "old");
        try {
          replace(target);
          assertEquals("new", Files.readString(target));
        } catch (FileSystemException e) {
          assertEquals("old", Files.readString(target), "refused, and left alone: " + e);
        }
        assertEquals(before, Files.getPosixFilePermissions(target));
      }
    } finally {
      isOver.set(true);
      attacker.join();
    }
  }

  private void exchange(Path target, AtomicBoolean isOver) {
    while (!isOver.get()) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> !each.equals(target)).toList()) {
          Path aside = elsewhere.resolve(file.getFileName());
          Files.move(file, aside);
          if (Files.isDirectory(aside)) {
            Files.createDirectory(file);
          }
          Path bait = Files.isDirectory(file) ? file.resolve("a.config") : file;
          Files.writeString(bait, "evil");
          Files.setPosixFilePermissions(bait, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
      } catch (IOException | UncheckedIOException e) {
        // What it goes after is gone.
      }
    }
  }

  private static void replace(Path file) throws IOException {
    FileReplacement.write(file, bytes("old"), bytes("new"));
  }

  private static void assertRefused(Path file, String reason) {
    FileSystemException refusal = assertThrows(FileSystemException.class, () -> replace(file));
    assertEquals(reason, refusal.getReason());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theEncodingOfTheFileStays() {
    byte[] latin1 = "%% coding: latin-1\n{a,[\"å\"]}.\n".getBytes(StandardCharsets.ISO_8859_1);
    FormattedFile.Changed changed =
        assertInstanceOf(FormattedFile.Changed.class, FormattedFile.of(latin1));
    assertArrayEquals(
        "%% coding: latin-1\n{a, [\"å\"]}.\n".getBytes(StandardCharsets.ISO_8859_1),
        changed.bytes());
  }

  @Test
  void bytesThatAreNoTextAreLeftAlone() {
    byte[] broken = {'{', 'a', ',', '"', (byte) 0xFF, '"', '}', '.', '\n'};
    assertEquals(new FormattedFile.Broken(1, 5), FormattedFile.of(broken));
  }
}
