package dev.enit.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.wire.Network;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which nodes are the same. */
final class NodeIdentityTest {
  private static final Network NETWORK = new Network("here", 4711);

  @TempDir private Path folder;

  private static NodeIdentity of(Path releases, Optional<Path> configs, Network network) {
    return NodeIdentity.of(new ReleaseKey(new Roots(releases, configs), "relex"), network);
  }

  private static NodeIdentity tree(Path prefix) {
    return of(prefix.resolve("releases"), Optional.of(prefix.resolve("configs")), NETWORK);
  }

  private static NodeArguments arguments(NodeIdentity identity) {
    return NodeArguments.of(NodeArguments.flags(identity.arguments()));
  }

  private static boolean isSame(NodeIdentity wanted, NodeIdentity node) {
    return wanted.matches(arguments(node));
  }

  @Test
  void everyPartCounts() {
    Path releases = folder.resolve("releases");
    Optional<Path> configs = Optional.of(folder.resolve("configs"));
    NodeIdentity node = of(releases, configs, NETWORK);
    assertTrue(isSame(node, of(releases, configs, NETWORK)));
    assertFalse(isSame(node, of(folder.resolve("other"), configs, NETWORK)));
    assertFalse(isSame(node, of(releases, Optional.of(folder.resolve("other")), NETWORK)));
    assertFalse(isSame(node, of(releases, Optional.empty(), NETWORK)));
    assertFalse(isSame(of(releases, Optional.empty(), NETWORK), node));
    assertFalse(isSame(node, of(releases, configs, new Network("here", 4712))));
    assertFalse(
        node.matches(
            arguments(
                NodeIdentity.of(new ReleaseKey(new Roots(releases, configs), "relax"), NETWORK))));
  }

  @Test
  void namesOfOnePlaceAreOne() throws IOException {
    Path real = Files.createDirectories(folder.resolve("v1"));
    Path link = Files.createSymbolicLink(folder.resolve("now"), real);
    assertTrue(isSame(tree(real), tree(link)));
    assertTrue(isSame(tree(real.resolve("../v1")), tree(real)));
    // A node that was started by the link is found by it when it leads elsewhere, and by its place.
    NodeArguments started = arguments(tree(link));
    Files.delete(link);
    Path next = Files.createDirectories(folder.resolve("v2"));
    Files.createSymbolicLink(link, next);
    assertTrue(tree(link).matches(started));
    assertTrue(tree(real).matches(started));
    assertFalse(tree(next).matches(started));
  }

  @Test
  void theFilesOfEachHaveNamesOfTheirOwn() {
    Network usual = new Network("here", Network.EPMD_PORT);
    Path var = Path.of("/var/lib/enit");
    Optional<Path> etc = Optional.of(Path.of("/etc/enit"));
    assertEquals("relex", of(var, etc, usual).fileName());
    assertEquals("relex@epmd-4711", of(var, etc, NETWORK).fileName());
    NodeIdentity tree =
        of(Path.of("/srv/ä/b c/var/lib/enit"), Optional.of(Path.of("/srv/ä/b c/etc/enit")), usual);
    assertTrue(tree.fileName().matches("relex@_-b_c-[0-9a-f]{8}"), tree.fileName());
    assertNotEquals(
        of(Path.of("/srv/a-b"), etc, usual).fileName(),
        of(Path.of("/srv/a/b"), etc, usual).fileName());
    assertNotEquals(of(var, Optional.empty(), usual).fileName(), of(var, etc, usual).fileName());
    assertTrue(of(Path.of("/a"), etc, NETWORK).fileName().matches("relex@a-[0-9a-f]{8}@epmd-4711"));
  }

  @Test
  void whatAnOlderEnitDidNotWriteIsNotCompared() {
    NodeIdentity node = tree(folder);
    List<String> old = List.of("-enit_release", "relex", "-enit_release_dir", folder + "/releases");
    assertTrue(node.matches(NodeArguments.of(NodeArguments.flags(old))));
    assertFalse(node.matches(NodeArguments.of(NodeArguments.flags(old.subList(0, 2)))));
    assertEquals(
        Optional.empty(),
        NodeArguments.of(NodeArguments.flags(List.of("-extra", "-enit_release", "relex")))
            .release());
  }
}
