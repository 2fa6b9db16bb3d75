package dev.enit.core.config;

/**
 * A distribution cookie. Only {@link #reveal} returns its text; logs, messages and stack traces
 * never contain it.
 */
public final class Cookie {
  public static final String MASK = "********";
  private final String secret;

  public Cookie(String secret) {
    this.secret = secret;
  }

  /** Returns the text, for the node and for the places that the specification names. */
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
