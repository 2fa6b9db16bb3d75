package dev.enit.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.core.posix.OpenFile;
import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that root writes safely below directories of two users: the owner of the file, and another.
 */
final class SecurePathTest {
  private static final int USER = 33;
  private static final int STRANGER = 65534;

  private static final String LINK_OF_USER = " is a symbolic link of the user `www-data` to some";

  @TempDir Path folder;
  private Path secret;
  private Path home;

  @BeforeEach
  void prepare() throws IOException {
    assumeTrue(ProcessIdentity.uid() == 0, "only root can give files to others");
    folder = folder.toRealPath();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectory(folder.resolve("etc"));
    secret = Files.writeString(folder.resolve("etc/secret"), "secret\n");
    home = owned(Files.createDirectory(folder.resolve("home")), USER);
  }

  private static Path owned(Path path, int user) throws IOException {
    Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
    return path;
  }

  private static FileOwners owners() {
    return FileOwners.ofThisProcess(Map.of(), OptionalInt.of(USER));
  }

  private static void append(Path path, boolean isNamed) throws IOException {
    try (OpenFile file = SecurePath.toAppend(path, owners(), isNamed, 0640)) {
      Files.writeString(file.path(), "line\n", StandardOpenOption.APPEND);
    }
  }

  private String refusal(Path path, boolean isNamed) throws IOException {
    FileSystemException refused =
        assertThrows(FileSystemException.class, () -> append(path, isNamed));
    assertEquals("secret\n", Files.readString(secret));
    return String.valueOf(refused.getReason()).replace(folder.toString(), "$T");
  }

  @Test
  void aFileIsMadeOnceAndAppendedTo() throws IOException {
    Path log = home.resolve("log");
    append(log, true);
    append(log, true);
    assertEquals("line\nline\n", Files.readString(log));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(log)));
    assertEquals(0, Files.getAttribute(log, "unix:uid"));
  }

  @Test
  void aLinkOfTheUserIsNotFollowed() throws IOException {
    Path link = owned(Files.createSymbolicLink(home.resolve("log"), secret), USER);
    assertEquals("`$T/home/log` is a symbolic link; remove it", refusal(link, false));
    assertEquals(
        "`$T/home/log` is a symbolic link of the user `www-data` to something of another one;"
            + " remove it",
        refusal(link, true));
    Path relative = owned(Files.createSymbolicLink(home.resolve("up"), Path.of("../etc")), USER);
    assertTrue(refusal(relative.resolve("secret"), true).contains(LINK_OF_USER));
    assertTrue(refusal(relative.resolve("new"), true).contains(LINK_OF_USER));
    assertTrue(Files.notExists(folder.resolve("etc/new")));
  }

  /** In a directory of root, as /tmp is one. */
  @Test
  void aLinkOfTheUserLeadsToFilesOfTheUserAlone() throws IOException {
    Path tmp = Files.createDirectory(folder.resolve("tmp"));
    Files.setAttribute(tmp, "unix:mode", 01777);
    Path link = owned(Files.createSymbolicLink(tmp.resolve("log"), Path.of("../etc/new")), USER);
    assertTrue(refusal(link, true).contains(LINK_OF_USER));
    Path other = owned(Files.createSymbolicLink(tmp.resolve("other"), Path.of("new")), USER);
    assertTrue(refusal(other, true).contains(LINK_OF_USER));
    for (String target : List.of("/", ".", "..")) {
      Path to = owned(Files.createSymbolicLink(tmp.resolve("to"), Path.of(target)), USER);
      assertThrows(FileSystemException.class, () -> SecurePath.directory(to, owners()), target);
      Files.delete(to);
    }
    Path planted = owned(Files.createSymbolicLink(tmp.resolve("nobody"), secret), STRANGER);
    assertEquals(
        "`$T/tmp/nobody` is a symbolic link of the user `nobody`; remove it",
        refusal(planted, true));
    Path file = owned(Files.createFile(tmp.resolve("file")), STRANGER);
    assertEquals("`$T/tmp/file` belongs to the user `nobody`; remove it", refusal(file, false));
  }

  @Test
  void aFurtherNameOfAFileIsRefused() throws IOException {
    Path link = Files.createLink(home.resolve("log"), secret);
    assertEquals(
        "`$T/home/log` has 2 hard links, and other users can write to its directory; remove it",
        refusal(link, true));
    append(secret, true);
    assertEquals("secret\nline\n", Files.readString(secret));
  }

  @Test
  void aDirectoryOfAStrangerIsRefused() throws IOException {
    Path directory = owned(Files.createDirectory(folder.resolve("stranger")), STRANGER);
    assertEquals(
        "`$T/stranger` belongs to the user `nobody`, who can replace what is in it; use a directory"
            + " of your own or of root",
        refusal(directory.resolve("log"), true));
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertEquals(
        "every user can write to `$T/open`; close it with `chmod o-w $T/open`",
        refusal(open.resolve("log"), true));
  }

  @Test
  void aFifoIsUsedWhereItIsNamedAndTheCallersOwn() throws Exception {
    Path fifo = folder.resolve("fifo");
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
    assertEquals("it is a FIFO, not a regular file", refusal(fifo, false));
    SecurePath.toAppend(fifo, owners(), true, 0640).close();
    owned(fifo, USER);
    assertEquals("`$T/fifo` belongs to the user `www-data`; remove it", refusal(fifo, true));
    append(Path.of("/dev/null"), true);
    assertEquals("it is a device, not a regular file", refusal(Path.of("/dev/null"), false));
  }

  @Test
  void aDescriptorOfThisProcessIsUsedAsItIs() throws IOException {
    Path file = owned(Files.createFile(home.resolve("open")), STRANGER);
    try (OpenFile open = OpenFile.of(file)) {
      append(open.path(), true);
      append(Path.of("/dev/fd").resolve(open.path().getFileName()), true);
    }
    assertEquals("line\nline\n", Files.readString(file));
    Path link = Files.createSymbolicLink(folder.resolve("mine"), file);
    assertTrue(refusal(link, true).contains("`nobody`; remove it"));
  }

  /** Another thread puts a link to the secret in the place of the file, again and again. */
  @Test
  void aRaceIsNeverWon() throws Exception {
    Path log = home.resolve("log");
    Path real = owned(Files.createFile(home.resolve("real")), USER);
    Path link = owned(Files.createSymbolicLink(home.resolve("link"), secret), USER);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread racer =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!isOver.get()) {
                    swap(real, log);
                    swap(link, log);
                  }
                });
    int written = 0;
    try {
      for (int i = 0; i < 500; i++) {
        try {
          append(log, false);
          written++;
        } catch (FileSystemException e) {
          // It was the link, or neither of both.
        }
      }
    } finally {
      isOver.set(true);
      racer.join();
    }
    assertEquals("secret\n", Files.readString(secret));
    assertTrue(written > 0, "a file is written from time to time");
  }

  /** Gives a file another name, and that one back. */
  private static void swap(Path file, Path name) {
    try {
      Files.move(file, name);
      Files.move(name, file);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          owned(Files.createFile(file), USER);
        }
      } catch (IOException again) {
        throw new java.io.UncheckedIOException(again);
      }
    }
  }
}
