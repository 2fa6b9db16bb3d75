package dev.enit.core.node;

import dev.enit.core.node.wire.Network;
import dev.enit.core.release.ReleaseKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identity of the node of a release: the release, its two directories, and the name server that
 * the node registers with. Several trees may have releases, and so nodes, of one name; what is done
 * with a node goes by its identity, never by its name.
 *
 * @param configDir empty for releases that stand alone, without a host
 */
public record NodeIdentity(
    String release, Directory releaseDir, Optional<Directory> configDir, int epmdPort) {

  /** The node of a release, as it would be started from here. */
  public static NodeIdentity of(ReleaseKey key, Network network) {
    return new NodeIdentity(
        key.name(),
        Directory.of(key.roots().releaseDir()),
        key.roots().configDir().map(Directory::of),
        network.epmdPort());
  }

  /** The arguments by which an emulator tells its identity; {@link NodeArguments} reads them. */
  List<String> arguments() {
    List<String> words = new ArrayList<>(List.of("-" + NodeArguments.RELEASE, release));
    words.add("-" + NodeArguments.RELEASE_DIR);
    words.addAll(releaseDir.words());
    // Without a value where there is none.
    words.add("-" + NodeArguments.CONFIG_DIR);
    configDir.ifPresent(directory -> words.addAll(directory.words()));
    words.addAll(List.of("-" + NodeArguments.EPMD_PORT, Integer.toString(epmdPort)));
    return words;
  }

  /**
   * Whether a node with these arguments is this one. What an older enit did not write is not
   * compared, but for the release directory.
   */
  boolean matches(NodeArguments node) {
    return node.release().filter(release::equals).isPresent()
        && node.releaseDir().filter(releaseDir::isSame).isPresent()
        && (node.configDir().isEmpty() || isConfigDir(node.configDir().get()))
        && (node.epmdPort().isEmpty() || node.epmdPort().getAsInt() == epmdPort);
  }

  private boolean isConfigDir(Optional<Directory> other) {
    return configDir.isPresent() == other.isPresent()
        && configDir.map(directory -> directory.isSame(other.orElseThrow())).orElse(true);
  }
}
