package dev.enit.lsp.convert;

import dev.enit.core.ide.token.SemanticToken;
import dev.enit.core.ide.token.SemanticToken.TokenModifier;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.Position;

/**
 * An encoder of semantic tokens as numbers. A token of several lines becomes one per line, which
 * every client supports; not every client supports multiline tokens.
 */
// The legend lists types and modifiers in the order of their constants.
@SuppressWarnings("EnumOrdinal")
final class TokenEncoder {
  static final int NUMBERS = 5;

  private final PositionEncoding encoding;
  private final TermFile file;
  private int[] data = new int[64 * NUMBERS];
  private int size;
  private int from = -1;
  private Position first = new Position();
  private Position last = new Position();

  private TokenEncoder(PositionEncoding encoding, TermFile file) {
    this.encoding = encoding;
    this.file = file;
  }

  /**
   * Encodes tokens.
   *
   * @param start the offset that {@link TokenUnit#from} is relative to
   */
  static TokenUnit encode(
      PositionEncoding encoding, TermFile file, int start, List<SemanticToken> tokens) {
    TokenEncoder encoder = new TokenEncoder(encoding, file);
    tokens.forEach(encoder::add);
    return encoder.unit(start);
  }

  private TokenUnit unit(int start) {
    if (from < 0) {
      return TokenUnit.EMPTY;
    }
    int lines = last.getLine() - first.getLine();
    int column = last.getCharacter() - (lines == 0 ? first.getCharacter() : 0);
    return new TokenUnit(from - start, Arrays.copyOf(data, size), lines, column);
  }

  private void add(SemanticToken token) {
    LineIndex lines = file.lines();
    Span span = token.span();
    int endLine = lines.line(span.end());
    for (int line = lines.line(span.start()); line <= endLine; line++) {
      Span whole = lines.lineSpan(line);
      int start = Math.max(span.start(), whole.start());
      int end = Math.min(span.end(), whole.end());
      if (start < end) {
        add(start, end, token);
      }
    }
  }

  private void add(int start, int end, SemanticToken token) {
    Position at = encoding.position(file, start);
    if (from < 0) {
      from = start;
      first = at;
      last = at;
    }
    if (size == data.length) {
      data = Arrays.copyOf(data, size * 2);
    }
    int lines = at.getLine() - last.getLine();
    data[size++] = lines;
    data[size++] = lines == 0 ? at.getCharacter() - last.getCharacter() : at.getCharacter();
    data[size++] = encoding.position(file, end).getCharacter() - at.getCharacter();
    data[size++] = token.type().ordinal();
    data[size++] = bits(token.modifiers());
    last = at;
  }

  private static int bits(Set<TokenModifier> modifiers) {
    int bits = 0;
    for (TokenModifier modifier : modifiers) {
      bits |= 1 << modifier.ordinal();
    }
    return bits;
  }
}
