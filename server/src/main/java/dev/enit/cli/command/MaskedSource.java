package dev.enit.cli.command;

import dev.enit.core.config.Cookie;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretText;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * A source text with a mask of fixed length in place of each secret, since more users read reports
 * and logs than may read the file.
 *
 * @param secrets where the secrets stand in the original text
 */
record MaskedSource(String text, LineIndex lines, List<Span> secrets) {
  static MaskedSource of(SecretKeys keys, String original) {
    List<Span> secrets = SecretText.spans(keys, original);
    StringBuilder masked = new StringBuilder();
    int end = 0;
    for (Span secret : secrets) {
      masked.append(original, end, secret.start()).append(Cookie.MASK);
      end = secret.end();
    }
    String text = masked.append(original, end, original.length()).toString();
    return new MaskedSource(text, LineIndex.of(text), secrets);
  }

  /** Returns where a span of the original text stands in this one; of a mask always the whole. */
  Span masked(Span span) {
    int start = masked(span.start(), false);
    return new Span(start, Math.max(start, masked(span.end(), !span.isEmpty())));
  }

  private int masked(int offset, boolean isEnd) {
    int moved = 0;
    for (Span secret : secrets) {
      if (offset <= secret.start()) {
        break;
      }
      if (offset < secret.end()) {
        return secret.start() + moved + (isEnd ? Cookie.MASK.length() : 0);
      }
      moved += Cookie.MASK.length() - (secret.end() - secret.start());
    }
    return offset + moved;
  }
}
