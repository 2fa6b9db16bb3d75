package dev.enit.core.ide.token;

import dev.enit.grammar.term.Span;
import java.util.Set;

/**
 * A span of a text and its type.
 *
 * @param span in offsets of the file; it may go over several lines
 */
public record SemanticToken(Span span, TokenType type, Set<TokenModifier> modifiers) {
  public SemanticToken {
    modifiers = Set.copyOf(modifiers);
  }
}
