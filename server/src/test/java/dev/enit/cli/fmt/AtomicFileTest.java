package dev.enit.cli.fmt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AtomicFileTest {
  @TempDir Path folder;

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
    AtomicFile.write(file, "new".getBytes(StandardCharsets.UTF_8));
    assertEquals("new", Files.readString(file));
    assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of("a.config"), names());
  }

  @Test
  void aLinkStaysOneAndItsTargetIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("a.config"), Path.of("target"));
    AtomicFile.write(link, "new".getBytes(StandardCharsets.UTF_8));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
  }

  @Test
  void theEncodingOfTheFileStays() {
    byte[] latin1 = "%% coding: latin-1\n{a,[\"å\"]}.\n".getBytes(StandardCharsets.ISO_8859_1);
    Formatting.Changed changed = assertInstanceOf(Formatting.Changed.class, Formatting.of(latin1));
    assertArrayEquals(
        "%% coding: latin-1\n{a, [\"å\"]}.\n".getBytes(StandardCharsets.ISO_8859_1),
        changed.bytes());
  }

  @Test
  void bytesThatAreNoTextAreLeftAlone() {
    byte[] broken = {'{', 'a', ',', '"', (byte) 0xFF, '"', '}', '.', '\n'};
    assertEquals(new Formatting.Broken(1, 5), Formatting.of(broken));
  }
}
