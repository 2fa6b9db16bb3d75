package dev.enit.core.node;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.wire.Network;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the launcher itself refuses, whatever was checked before. */
final class LauncherTest {
  @TempDir Path folder;

  private Release release(String config) throws IOException {
    Path releases = folder.resolve("var/lib/enit");
    Path web = Files.createDirectories(releases.resolve("web"));
    Files.writeString(
        web.resolve("release.enit"), "{release, web, [{vsn, \"1\"}, {applications, [sasl]}]}.");
    Files.writeString(web.resolve("defaults.config"), config);
    WorkspaceHost host = new WorkspaceHost(Settings.NONE, System.getenv(), HostFacts.ofThisHost());
    Roots roots = Roots.impliedByReleaseDir(releases).orElseThrow();
    return host.snapshot().release(new ReleaseKey(roots, "web"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-eval", "+S", "-"})
  void aNodeNameThatIsAFlagIsRefused(String name) throws IOException {
    Release release = release("{node, [{cookie, \"c\"}, {nodename, \"%s\"}]}.".formatted(name));
    LaunchRefused refused =
        assertThrows(LaunchRefused.class, () -> Launcher.of(release, Network.of("here", Map.of())));
    assertTrue(
        refused
            .text()
            .contains("`" + name + "@" + HostFacts.ofThisHost().shortName() + "` begins with"),
        refused.text());
  }
}
