package dev.enit.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that only directories below a folder of the workspace, or configured ones, are trusted. */
class TrustedDirectoriesTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void trees() throws IOException {
    root = temp.toRealPath();
    tree("ours");
    tree("theirs");
  }

  private void tree(String name) throws IOException {
    write(name + "/var/lib/enit/shop/release.enit", "{release, shop, []}.\n");
    write(name + "/etc/enit/shop/user.config", "{node, [{cookie, \"monster\"}]}.\n");
  }

  private Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Optional<Path> outside(String file, String... folders) {
    return outside(Settings.NONE, Map.of(), file, folders);
  }

  private Optional<Path> outside(
      Settings explicit, Map<String, String> environment, String file, String... folders) {
    HostFacts host = HostFacts.ofThisHost();
    Workspace workspace = new WorkspaceHost(explicit, environment, host).snapshot();
    ReleaseKey key = workspace.releaseOf(root.resolve(file)).orElseThrow();
    List<Path> paths = List.of(folders).stream().map(root::resolve).toList();
    return new TrustedDirectories(paths).outside(workspace, key);
  }

  private Optional<Path> path(String file) {
    return Optional.of(root.resolve(file));
  }

  @Test
  void aTreeBelowAFolderIsTrustedAndNoOther() {
    String theirs = "theirs/etc/enit/shop/user.config";
    assertEquals(Optional.empty(), outside("ours/var/lib/enit/shop/release.enit", "ours"));
    assertEquals(Optional.empty(), outside("ours/etc/enit/shop/user.config", ""));
    assertEquals(path("theirs/var/lib/enit/shop"), outside(theirs, "ours"));
    assertEquals(path("theirs/var/lib/enit/shop"), outside(theirs));
    assertEquals(Optional.empty(), outside(theirs, "ours", "theirs"));
    // The name of a folder may begin as that of another one.
    assertEquals(path("theirs/var/lib/enit/shop"), outside(theirs, "the"));
  }

  @Test
  void theConfigurationOfTheHostDecidesToo() throws IOException {
    String file = "ours/var/lib/enit/shop/release.enit";
    assertEquals(path("ours/etc/enit/shop"), outside(file, "ours/var"));
    Files.delete(root.resolve("ours/etc/enit/shop/user.config"));
    Files.delete(root.resolve("ours/etc/enit/shop"));
    assertEquals(Optional.empty(), outside(file, "ours/var"));
  }

  @Test
  void configuredDirectoriesAreTrusted() {
    String file = "ours/var/lib/enit/shop/release.enit";
    Path releases = root.resolve("ours/var/lib/enit");
    Map<String, String> environment = Map.of("ENIT_RELEASE_DIR", releases.toString());
    assertEquals(Optional.empty(), outside(Settings.NONE, environment, file));
    Settings settings =
        new Settings(Optional.of(releases), Optional.empty(), Optional.empty(), List.of());
    assertEquals(Optional.empty(), outside(settings, Map.of(), file));
    assertEquals(
        path("theirs/var/lib/enit/shop"),
        outside(settings, Map.of(), "theirs/etc/enit/shop/user.config"));
  }

  @Test
  void aSettingsFileCountsWhereItsOwnFolderIsTrusted() throws IOException {
    write("ours/enit.config", "{release_dir, \"../theirs/var/lib/enit\"}.\n");
    String file = "theirs/var/lib/enit/shop/release.enit";
    assertEquals(Optional.empty(), outside(file, "ours"));
    assertEquals(path("theirs/var/lib/enit/shop"), outside(file, "ours/var"));

    write("theirs/enit.config", "{release_dir, \"var/lib/enit\"}.\n");
    assertEquals(path("theirs/var/lib/enit/shop"), outside(file, "ours/etc"));
  }

  @Test
  void aSettingsFileAboveTheFolderDecidesWhatRuns() throws IOException {
    Path above = write("enit.config", "{otp, \"otp\"}.\n");
    String file = "ours/var/lib/enit/shop/release.enit";
    assertEquals(Optional.of(above), outside(file, "ours"));
    write("ours/enit.config", "");
    assertEquals(Optional.empty(), outside(file, "ours"));
  }

  @Test
  void linksAreFollowed() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), root.resolve("ours"));
    String file = "link/var/lib/enit/shop/release.enit";
    assertEquals(Optional.empty(), outside(file, "link"));
    assertEquals(Optional.empty(), outside(file, "ours"));
    assertEquals(Optional.empty(), outside("ours/var/lib/enit/shop/release.enit", "link"));
    assertEquals(path("link/var/lib/enit/shop"), outside(file, "theirs"));
  }
}
