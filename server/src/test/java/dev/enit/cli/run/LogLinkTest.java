package dev.enit.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that root starts a release of a user with the log in a directory of this user. */
@Tag("node")
final class LogLinkTest {
  private static final int USER = 65534;

  @TempDir Path folder;

  private static Path owned(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", USER, LinkOption.NOFOLLOW_LINKS);
    return path;
  }

  @Test
  void theUserCannotHaveRootAppendToAnotherFile() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root becomes another user");
    try (EnitHost host = EnitHost.start(folder)) {
      host.app("one");
      String release = host.release("one", "{node, [{run_as_user, \"nobody\"}]}.");
      Path secret = Files.writeString(host.folder().resolve("secret"), "secret\n");
      Path home = owned(Files.createDirectory(host.folder().resolve("home")));
      Path log = home.resolve("log");
      String[] command = {"start", release, "--log", log.toString()};
      owned(Files.createSymbolicLink(log, secret));
      String start = "enit: the log `$HOST/home/log` cannot be written: `$HOST/home/log` ";
      String end = "remove it, or name another log with --log\n";
      assertEquals(
          new Outcome(
              1,
              "",
              start
                  + "is a symbolic link of the user `nobody` to something of another one; "
                  + end),
          host.inProcess(command));
      Files.delete(log);
      Files.createLink(log, secret);
      assertEquals(
          new Outcome(
              1,
              "",
              start + "has 2 hard links, and other users can write to its directory; " + end),
          host.inProcess(command));
      assertEquals("secret\n", Files.readString(secret));
      Files.delete(log);
      assertEquals(0, host.run(command).status());
      assertTrue(Files.readString(log).contains(release + " 1.0 runs"), Files.readString(log));
      assertEquals(0, Files.getAttribute(log, "unix:uid"));
    }
  }
}
