package dev.enit.core.config;

/**
 * A distribution cookie. It shows itself only to who asks for it by name, never in a log, a message
 * or a trace.
 */
public final class Cookie {
  public static final String MASK = "********";
  private final String secret;

  public Cookie(String secret) {
    this.secret = secret;
  }

  /** The cookie itself: for the node, and for the places that the specification names. */
  public String reveal() {
    return secret;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cookie cookie && secret.equals(cookie.secret);
  }

  @Override
  public int hashCode() {
    return Cookie.class.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}
