package dev.enit.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The tree of a host with one release on the disk, small and without an error: tests add the
 * errors.
 */
record ServerReleaseTree(Path root) {
  private static final String SPECIFICATION =
      """
      {release, shop, [
          {vsn, "1.0"},
          {applications, [sasl]}
      ]}.
      """;
  static final String DEFAULTS =
      """
      {sasl, [
          {utc_log, true}
      ]}.
      """;
  static final String USER =
      """
      {node, [{cookie, "monster"}]}.

      """;

  static ServerReleaseTree in(Path folder) throws IOException {
    ServerReleaseTree tree = new ServerReleaseTree(folder.toRealPath());
    Files.createDirectories(tree.specification().getParent());
    Files.createDirectories(tree.user().getParent());
    Files.writeString(tree.specification(), SPECIFICATION);
    Files.writeString(tree.defaults(), DEFAULTS);
    Files.writeString(tree.user(), USER);
    return tree;
  }

  Path specification() {
    return root.resolve("var/lib/enit/shop/release.enit");
  }

  Path defaults() {
    return root.resolve("var/lib/enit/shop/defaults.config");
  }

  Path user() {
    return root.resolve("etc/enit/shop/user.config");
  }

  static String read(Path path) throws IOException {
    return Files.readString(path);
  }
}
