package dev.enit.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.host.Accounts;
import dev.enit.core.host.WriteAccess;
import dev.enit.core.host.WriteAccess.Reason;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which files and directories another user can change. */
final class SafeDirectoriesTest {
  @TempDir Path folder;
  private Path top;
  private Path file;

  @BeforeEach
  void file() throws IOException {
    folder = folder.toRealPath();
    top = Files.createDirectory(folder.resolve("top"));
    file = Files.writeString(top.resolve("f"), "");
    mode(top, "rwxr-xr-x");
    mode(file, "rw-r--r--");
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static WriteAccess rule(int uid, Path... safe) {
    return new WriteAccess(Set.of(uid), Set.of(), Accounts.ofThisHost(), List.of(safe));
  }

  private static Optional<Path> unsafe(Path path, Reason reason, Path... safe) {
    return rule(ProcessIdentity.uid(), safe)
        .unsafe(path)
        .filter(found -> found.reason() == reason)
        .map(Unsafe::path);
  }

  @Test
  void ourOwnIsSafeBelowAStickyDirectory() throws IOException {
    assertEquals(Optional.empty(), rule(ProcessIdentity.uid()).unsafe(file));
  }

  @Test
  void whatAllMayWriteIsNot() throws IOException {
    mode(file, "rw-r--rw-");
    assertEquals(Optional.of(file), unsafe(file, Reason.OTHERS));
    mode(file, "rw-r--r--");
    mode(top, "rwxr-xrwx");
    assertEquals(Optional.of(top), unsafe(file, Reason.OTHERS));
  }

  @Test
  void whatALinkLeadsToCounts() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), top);
    mode(top, "rwxr-xrwx");
    assertEquals(Optional.of(top), unsafe(link.resolve("f"), Reason.OTHERS));
  }

  @Test
  void anotherUserIsToldByItsName() throws IOException {
    if (ProcessIdentity.uid() == 0) {
      Files.setAttribute(top, "unix:uid", 65534);
      Unsafe found = rule(0).unsafe(file).orElseThrow();
      assertEquals(Reason.OWNER, found.reason());
      assertEquals("nobody", found.owner());
      assertEquals(Optional.empty(), rule(65534).unsafe(file));
    }
  }

  @Test
  void theHostListsSafeDirectories() throws IOException {
    mode(top, "rwxr-xrwx");
    Path host = folder.resolve("enit.config");
    Files.writeString(host, "{safe_dirs, [\"%s\"]}.".formatted(folder.resolve("top")));
    Path[] safe = SettingsFile.safeDirs(host).toArray(Path[]::new);
    assertEquals(Optional.empty(), unsafe(file, Reason.OTHERS, safe));
    Files.writeString(host, "{safe_dirs, [\"%s\"]}.".formatted(folder.resolve("to")));
    safe = SettingsFile.safeDirs(host).toArray(Path[]::new);
    assertEquals(Optional.of(top), unsafe(file, Reason.OTHERS, safe));
  }
}
