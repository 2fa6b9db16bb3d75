package dev.enit.core.node;

import dev.enit.core.node.wire.Network;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
    String release,
    DirectoryIdentity releaseDir,
    Optional<DirectoryIdentity> configDir,
    int epmdPort) {
  private static final Path RELEASES = Path.of("/var/lib/enit");
  private static final Path CONFIGS = Path.of("/etc/enit");
  private static final int READABLE_NAMES = 2;
  private static final int READABLE_LENGTH = 40;
  private static final int HASH_BYTES = 4;

  /** The node of a release, as it would be started from here. */
  public static NodeIdentity of(ReleaseKey key, Network network) {
    return new NodeIdentity(
        key.name(),
        DirectoryIdentity.of(key.roots().releaseDir()),
        key.roots().configDir().map(DirectoryIdentity::of),
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
   * The name of the files of the node, without an ending: that of the release on a host itself,
   * with the usual name server; else with what tells it from others, for a reader and exactly.
   */
  String fileName() {
    StringBuilder name = new StringBuilder(release);
    if (!isUsual()) {
      name.append('@').append(readable()).append('-').append(hash());
    }
    if (epmdPort != Network.EPMD_PORT) {
      name.append("@epmd-").append(epmdPort);
    }
    return name.toString();
  }

  private boolean isUsual() {
    return releaseDir.isSame(DirectoryIdentity.of(RELEASES))
        && configDir
            .filter(directory -> directory.isSame(DirectoryIdentity.of(CONFIGS)))
            .isPresent();
  }

  /** The last names of the tree, as far as a file name can have them. */
  private String readable() {
    Path tree = new Roots(releaseDir.real(), Optional.empty()).prefix().orElse(releaseDir.real());
    int names = tree.getNameCount();
    String text = tree.subpath(Math.max(0, names - READABLE_NAMES), names).toString();
    String plain = text.replace('/', '-').replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.substring(Math.max(0, plain.length() - READABLE_LENGTH));
  }

  private String hash() {
    String directories =
        releaseDir.real() + "\0" + configDir.map(d -> d.real().toString()).orElse("");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(directories.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether a node with these arguments is this one. What an older enit did not write is not
   * compared, but for the release directory.
   */
  boolean matches(NodeArguments node) {
    return node.release().filter(release::equals).isPresent()
        && node.releaseDir().filter(releaseDir::isSame).isPresent()
        && (!node.tellsConfigDir() || isConfigDir(node.configDir()))
        && (node.epmdPort().isEmpty() || node.epmdPort().getAsInt() == epmdPort);
  }

  private boolean isConfigDir(Optional<DirectoryIdentity> other) {
    return configDir.isPresent() == other.isPresent()
        && configDir.map(directory -> directory.isSame(other.orElseThrow())).orElse(true);
  }
}
