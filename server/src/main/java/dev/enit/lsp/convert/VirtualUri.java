package dev.enit.lsp.convert;

import dev.enit.core.release.ReleaseKey;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The URI of a document that enit makes of a release: {@code enit://} and the path that it would
 * have if it lay in the folder of the release. Both slashes are there for Neovim, which takes it
 * for the name of a file without them; VS Code leaves them out when it asks.
 *
 * @param folder of the release
 * @param name of the document, which says what it is
 */
public record VirtualUri(Path folder, String name) {
  /** The scheme of all of them. */
  public static final String SCHEME = "enit";

  private static final String FILE = "file";

  /** A document of a release. */
  public static VirtualUri of(ReleaseKey key, String name) {
    return new VirtualUri(key.folder(), name);
  }

  /** Reads a URI; empty for another scheme, and where there is no folder in it. */
  public static Optional<VirtualUri> parse(String uri) {
    String scheme = SCHEME + ":";
    if (!uri.regionMatches(true, 0, scheme, 0, scheme.length())) {
      return Optional.empty();
    }
    Path path = Uris.path("file:" + uri.substring(scheme.length())).orElse(null);
    Path folder = path == null ? null : path.getParent();
    return path == null || folder == null || folder.getFileName() == null
        ? Optional.empty()
        : Optional.of(new VirtualUri(folder, path.getFileName().toString()));
  }

  /** As text. */
  public String text() {
    return SCHEME + Uris.uri(folder.resolve(name)).substring(FILE.length());
  }

  /** The specification of the release, by which the workspace knows it. */
  public Path specification() {
    return folder.resolve(ReleaseKey.SPECIFICATION);
  }
}
