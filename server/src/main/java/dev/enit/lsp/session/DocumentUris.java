package dev.enit.lsp.session;

import dev.enit.lsp.convert.Uris;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The spelling of the URIs of open documents. Some clients compare URIs as text, and a path has
 * several spellings: messages on a document use the client's own spelling, also after the document
 * is closed, when its diagnostics are cleared.
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
