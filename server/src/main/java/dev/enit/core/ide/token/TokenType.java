package dev.enit.core.ide.token;

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
