package dev.enit.lsp.convert;

import dev.enit.core.release.ReleaseKey;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The URI of a virtual document of a release: {@code enit://} and the path that the document would
 * have in the folder of the release. Neovim needs both slashes, since it takes the URI for a file
 * name without them; VS Code omits them in its request.
 *
 * @param folder the folder of the release
 * @param name the file name, which identifies the kind of document
 */
public record VirtualUri(Path folder, String name) {
  /** The scheme of all virtual documents. */
  public static final String SCHEME = "enit";

  private static final String FILE = "file";

  /** Returns the URI of a document of a release. */
  public static VirtualUri of(ReleaseKey key, String name) {
    return new VirtualUri(key.folder(), name);
  }

  /** Parses a URI; empty for another scheme, or if it has no folder. */
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

  /** Returns the URI as text. */
  public String text() {
    return SCHEME + Uris.uri(folder.resolve(name)).substring(FILE.length());
  }

  /** Returns the specification of the release, by which the workspace knows it. */
  public Path specification() {
    return folder.resolve(ReleaseKey.SPECIFICATION);
  }
}
