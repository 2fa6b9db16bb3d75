package dev.enit.lsp.session;

import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.EncodedTokens;
import dev.enit.lsp.convert.PositionEncoding;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The tokens that the client has of each open document: it asks for what has changed since, and
 * what is unchanged need not be worked out again.
 */
public final class SemanticTokensCache {
  private final PositionEncoding encoding;
  private final Map<Path, Told> told = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  /** Tokens with the name that the client knows them by. */
  public record Told(String id, EncodedTokens.Tokens tokens) {}

  private static final Told NOTHING = new Told("", EncodedTokens.Tokens.NONE);

  SemanticTokensCache(PositionEncoding encoding) {
    this.encoding = encoding;
  }

  /** What the client has of a document. */
  public Told of(Path path) {
    return told.getOrDefault(path, NOTHING);
  }

  /**
   * The tokens of a document as it is now, which the client is about to be told.
   *
   * @param open whether it is; of others nothing is kept
   */
  public Told now(Path path, TermFile terms, boolean open) {
    EncodedTokens.Tokens tokens = EncodedTokens.of(encoding, path, terms, of(path).tokens());
    Told now = new Told(Long.toString(ids.incrementAndGet()), tokens);
    if (open) {
      told.put(path, now);
    }
    return now;
  }

  /** The document was closed. */
  public void closed(Path path) {
    told.remove(path);
  }
}
