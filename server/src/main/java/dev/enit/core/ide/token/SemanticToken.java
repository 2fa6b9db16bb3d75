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

  /**
   * The type of a semantic token. The names are those of the protocol, which editors have colours
   * for; the names of what stands in a release were given the nearest of them.
   */
  public enum TokenType {
    /** An application: in a list, or as the name of a section. */
    NAMESPACE("namespace"),
    /** A release or an extension. */
    CLASS("class"),
    /** A key: of a section or of a property list. */
    PROPERTY("property"),
    /** What tells a release or an extension from a section. */
    KEYWORD("keyword"),
    /** Any other atom. */
    ENUM_MEMBER("enumMember"),
    STRING("string"),
    NUMBER("number"),
    COMMENT("comment"),
    /** A mistake: terms have none. */
    VARIABLE("variable");

    private final String wire;

    TokenType(String wire) {
      this.wire = wire;
    }

    /** Its name in the protocol. */
    public String wire() {
      return wire;
    }
  }

  /** The modifier of a semantic token; the last two are enit's own. */
  public enum TokenModifier {
    /** It begins what has this name: a release, an extension, a section. */
    DECLARATION("declaration"),
    /** Deprecated. */
    DEPRECATED("deprecated"),
    /** It is for enit itself, and no application will see it. */
    NODE("node"),
    /** It is, or may be, a secret. */
    SECRET("secret");

    private final String wire;

    TokenModifier(String wire) {
      this.wire = wire;
    }

    /** Its name in the protocol. */
    public String wire() {
      return wire;
    }
  }
}
