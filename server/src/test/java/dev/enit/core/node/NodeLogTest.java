package dev.enit.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.core.host.FileOwners;
import dev.enit.core.posix.NameService;
import dev.enit.core.posix.NameService.UserEntry;
import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the log of a node of another user, in directories that this user can change. */
final class NodeLogTest {
  @TempDir Path folder;
  private UserEntry user;
  private Path home;
  private Path usual;
  private Path secret;

  @BeforeEach
  void prepare() throws IOException {
    assumeTrue(ProcessIdentity.uid() == 0, "only root can give files to others");
    user = NameService.user("nobody").orElseThrow();
    folder = folder.toRealPath();
    secret = Files.writeString(folder.resolve("secret"), "secret\n");
    home = owned(Files.createDirectory(folder.resolve("home")));
    usual = Files.createDirectory(folder.resolve("usual")).resolve("shop");
  }

  private Path owned(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", user.uid(), LinkOption.NOFOLLOW_LINKS);
    return path;
  }

  private NodeLog log(Path file, boolean isOfUser) {
    Optional<RunAs> runAs = isOfUser ? Optional.of(new RunAs(user, user.gid())) : Optional.empty();
    FileOwners owners = FileOwners.ofThisProcess(Map.of(), OptionalInt.of(user.uid()));
    return new NodeLog(file, true, usual, runAs, owners);
  }

  private static void permissions(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void aLinkIsNeitherWrittenNorRead() throws Exception {
    Path file = home.resolve("log");
    NodeLog log = log(file, true);
    log.begin("one line\n").close();
    assertEquals("one line", log.lastWords(0));
    Files.delete(file);
    owned(Files.createSymbolicLink(file, secret));
    LaunchRefused refused = assertThrows(LaunchRefused.class, () -> log.begin("another\n"));
    assertTrue(refused.text().endsWith("; remove it, or name another log with --log"));
    assertThrows(LaunchRefused.class, log::check);
    assertEquals("secret\n", Files.readString(secret));
    assertEquals(0, log.length());
    assertEquals("", log.lastWords(0));
    assertEquals(List.of(), log.tail(0));
  }

  @Test
  void theDumpGoesBesideALogThatNoOtherUserCanReplace() throws Exception {
    Path file = folder.resolve("shop.log");
    log(file, false).begin("").close();
    assertEquals(
        Optional.of(folder.resolve("shop.crash_dump")), log(file, false).prepareCrashDump());
    assertEquals(dump("nobody"), log(file, true).prepareCrashDump());
    Path other = home.resolve("shop.log");
    log(other, false).begin("").close();
    assertEquals(dump("root"), log(other, false).prepareCrashDump());
    assertEquals(dump("root"), log(Path.of("/dev/null"), false).prepareCrashDump());
    Path own = usual.resolveSibling("nobody");
    assertEquals(user.uid(), Files.getAttribute(own, "unix:uid"));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
  }

  private Optional<Path> dump(String name) {
    return Optional.of(usual.resolveSibling(name).resolve("shop.crash_dump"));
  }

  /** An emulator would follow it, and so would a change of the owner. */
  @Test
  void aFolderForDumpsThatAnotherUserMadeIsNotUsed() throws Exception {
    Path file = home.resolve("shop.log");
    log(file, true).begin("").close();
    Path own = usual.resolveSibling("nobody");
    Files.createSymbolicLink(own, secret.getParent());
    assertEquals(Optional.empty(), log(file, true).prepareCrashDump());
    assertEquals(0, Files.getAttribute(folder, "unix:uid"));
    Files.delete(own);
    Files.setAttribute(Files.createDirectory(own), "unix:uid", 33);
    assertEquals(Optional.empty(), log(file, true).prepareCrashDump());
    Files.delete(own);
    permissions(folder.resolve("usual"), "rwxrwxrwx");
    assertEquals(Optional.empty(), log(file, true).prepareCrashDump());
    assertTrue(Files.notExists(own));
  }
}
