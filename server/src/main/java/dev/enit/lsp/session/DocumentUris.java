package dev.enit.lsp.session;

import dev.enit.lsp.convert.Uris;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the client spells the URIs of its open documents. Some clients compare URIs as text, and a
 * path can be spelled in several ways: what is said of a document uses the client's own spelling,
 * also behind its end, when its diagnostics are taken back.
 */
public final class DocumentUris {
  private final Map<Path, String> spelling = new ConcurrentHashMap<>();

  public void opened(Path path, String uri) {
    spelling.put(path, uri);
  }

  public String uri(Path path) {
    String own = spelling.get(path);
    return own != null ? own : Uris.uri(path);
  }
}
