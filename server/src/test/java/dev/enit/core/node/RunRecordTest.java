package dev.enit.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.IrregularFiles;
import dev.enit.core.host.FileOwners;
import dev.enit.core.posix.Descriptors;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the record of a run, in a folder in which another user replaces files. */
final class RunRecordTest {
  @TempDir Path folder;
  private NodeIdentity node;
  private Path secret;

  @BeforeEach
  void prepare() throws IOException {
    folder = folder.toRealPath();
    node = new NodeIdentity("shop", DirectoryIdentity.of(folder), Optional.empty(), 4369);
    secret = Files.writeString(folder.resolve("secret"), "secret\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
  }

  private int begin() throws IOException {
    return RunRecord.begin(node, folder, FileOwners.ofThisProcess(Map.of(), OptionalInt.empty()));
  }

  private Path file() {
    return folder.resolve(node.fileName() + ".run");
  }

  @Test
  void theRecordIsWhatIsOpen() throws IOException {
    Path open = Path.of("/proc/self/fd", Integer.toString(begin()));
    assertEquals(file(), open.toRealPath());
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    RunRecord record = RunRecord.of(node, folder).orElseThrow();
    assertEquals("running", record.state());
    assertEquals(ProcessHandle.current().pid(), record.pid());
    assertEquals(Optional.empty(), record.end());
    close(open);
  }

  @Test
  void aLinkInItsPlaceIsReplacedAndNotRead() throws IOException {
    Files.createSymbolicLink(file(), secret);
    assertEquals(Optional.empty(), RunRecord.of(node, folder));
    close(Path.of("/proc/self/fd", Integer.toString(begin())));
    assertTrue(RunRecord.of(node, folder).isPresent());
    assertEquals("secret\n", Files.readString(secret));
  }

  @Test
  void aFifoInItsPlaceIsNotOpened() throws Exception {
    IrregularFiles.FIFO.make(file());
    assertEquals(Optional.empty(), RunRecord.of(node, folder));
  }

  @Test
  void aFolderThatEveryoneCanWriteToIsRefused() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThrows(FileSystemException.class, this::begin);
  }

  /** Another thread puts links to the secret in the place of every file. */
  @Test
  void nothingIsOpenedThroughALink() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    Thread racer = Thread.ofPlatform().start(() -> plant(isOver));
    try {
      for (int i = 0; i < 200; i++) {
        try {
          Path open = Path.of("/proc/self/fd", Integer.toString(begin()));
          assertTrue(!Files.isSameFile(open, secret), "the secret is open for writing");
          close(open);
        } catch (IOException e) {
          // A name was taken, or led to nothing.
        }
      }
    } finally {
      isOver.set(true);
      racer.join();
    }
    assertEquals("secret\n", Files.readString(secret));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
  }

  private void plant(AtomicBoolean isOver) {
    Path link = folder.resolve("link");
    while (!isOver.get()) {
      try {
        Files.createSymbolicLink(link, secret);
        Files.move(link, file(), StandardCopyOption.REPLACE_EXISTING);
        try (var files = Files.newDirectoryStream(folder, "*shop@*")) {
          for (Path file : files) {
            Files.createSymbolicLink(link, secret);
            Files.move(link, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      } catch (IOException e) {
        // The other thread was faster.
      }
    }
  }

  private static void close(Path descriptor) throws IOException {
    Descriptors.close(Integer.parseInt(descriptor.getFileName().toString()));
  }
}
