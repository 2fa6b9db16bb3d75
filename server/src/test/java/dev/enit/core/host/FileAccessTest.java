package dev.enit.core.host;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests access to {@code top/inner/file}; the directories above {@code top} are not checked. */
class FileAccessTest {
  @TempDir Path temp;
  private Path top = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void openTree() throws IOException {
    top = Files.createDirectories(temp.resolve("top"));
    Path inner = Files.createDirectories(top.resolve("inner"));
    file = Files.writeString(inner.resolve("file"), "");
    mode(temp, "rwx------");
    mode(top, "rwxr-xr-x");
    mode(inner, "rwxr-x--x");
    mode(file, "rw-r--r--");
  }

  @Test
  void openWhereFileAndFoldersAre() {
    assertTrue(FileAccess.isOpenToAll(file, top));
  }

  @Test
  void theGroupIsNotEverybody() throws IOException {
    mode(file, "rw-r-----");
    assertFalse(FileAccess.isOpenToAll(file, top));
  }

  @Test
  void aClosedFolderProtectsWhatIsInIt() throws IOException {
    mode(top, "rwxr-x---");
    assertFalse(FileAccess.isOpenToAll(file, top));
  }

  @Test
  void aFileThatIsAbsentIsNotOpen() {
    assertFalse(FileAccess.isOpenToAll(top.resolve("none"), top));
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
