package dev.enit.core.config;

import java.security.SecureRandom;

/**
 * A distribution cookie. Only {@link #reveal} returns its text; logs, messages and stack traces
 * never contain it.
 */
public final class Cookie {
  private static final int LENGTH = 32;
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

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

  /** Returns a random cookie of 32 letters and digits, 190 bits. */
  public static Cookie random() {
    SecureRandom random = new SecureRandom();
    StringBuilder cookie = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      cookie.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Cookie(cookie.toString());
  }
}
