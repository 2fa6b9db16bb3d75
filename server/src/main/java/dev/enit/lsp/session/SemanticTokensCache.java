package dev.enit.lsp.session;

import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.EncodedTokens;
import dev.enit.lsp.convert.PositionEncoding;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The cache of the semantic tokens that the client has of each open document: a client asks for the
 * difference, and unchanged tokens are not computed again.
 */
public final class SemanticTokensCache {
  private final PositionEncoding encoding;
  private final Map<Path, Told> told = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  /** Tokens with their result id. */
  public record Told(String id, EncodedTokens.Tokens tokens) {}

  private static final Told NOTHING = new Told("", EncodedTokens.Tokens.NONE);

  SemanticTokensCache(PositionEncoding encoding) {
    this.encoding = encoding;
  }

  /** Returns the tokens that the client has of a document. */
  public Told of(Path path) {
    return told.getOrDefault(path, NOTHING);
  }

  /**
   * Computes the current tokens of a document, which are about to be sent to the client.
   *
   * @param open whether the document is open; others are not cached
   */
  public Told now(Path path, TermFile terms, boolean open) {
    EncodedTokens.Tokens tokens = EncodedTokens.of(encoding, path, terms, of(path).tokens());
    Told now = new Told(Long.toString(ids.incrementAndGet()), tokens);
    if (open) {
      told.put(path, now);
    }
    return now;
  }

  /** Removes a closed document. */
  public void closed(Path path) {
    told.remove(path);
  }
}
