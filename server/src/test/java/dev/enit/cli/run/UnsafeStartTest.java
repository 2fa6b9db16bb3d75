package dev.enit.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.posix.ProcessIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that root does not start what other users can change, unless an option allows it. */
@Tag("node")
final class UnsafeStartTest {
  private static final int NOBODY_UID = 65534;

  @TempDir static Path folder;

  private static void mode(Path path, String mode) throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static void refused(EnitHost host, String command, String release, String words) {
    Outcome outcome = host.inProcess(command, release);
    assertEquals(1, outcome.status(), outcome.toString());
    String expected = "enit: `%s` is not started by root. %s".formatted(release, words);
    assertTrue(outcome.stderr().contains(expected), outcome.stderr());
    assertTrue(outcome.stderr().contains("; --force starts it anyway"), outcome.stderr());
  }

  @Test
  void rootStartsNothingThatOthersCanChange() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root is refused");
    try (EnitHost host = EnitHost.start(folder)) {
      String release = host.release("probe", "");
      Path specification = host.folder().resolve("var/lib/enit/%s/release.enit".formatted(release));
      Path layer = host.folder().resolve("etc/enit/%s/user.config".formatted(release));
      Path beam = host.folder().resolve("lib/probe-1.0/ebin/probe.beam");

      Files.setAttribute(specification, "unix:uid", NOBODY_UID);
      mode(layer, "rw-r--rw-");
      String owner =
          "`%s` belongs to the user `nobody`, who can change what the release runs; run `chown root"
              .formatted(plain(host, specification));
      refused(host, "start", release, owner);
      refused(host, "startfg", release, owner);
      assertTrue(
          host.inProcess("start", release)
              .stderr()
              .contains("Other users can change `" + plain(host, layer) + "` as well"));
      Files.setAttribute(specification, "unix:uid", 0);
      mode(layer, "rw-r-----");

      mode(beam, "rw-rw-rw-");
      String others = "Every user can write to `" + plain(host, beam) + "`";
      refused(host, "start", release, others);
      Outcome forced = host.run("start", release, "--force");
      assertEquals(0, forced.status(), forced.toString());

      // What is refused is refused before the node is stopped.
      long before = host.process(release).orElseThrow().pid();
      refused(host, "restart", release, others);
      assertEquals(before, host.process(release).orElseThrow().pid());
    }
  }

  private static String plain(EnitHost host, Path path) {
    return path.toString().replace(host.folder().toString(), "$HOST");
  }
}
