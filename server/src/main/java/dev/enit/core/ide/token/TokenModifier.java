package dev.enit.core.ide.token;

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
