package dev.enit.core.config;

import java.security.SecureRandom;

/** A generator of random cookies: 32 letters and digits, 190 bits. */
public final class CookieGenerator {
  private static final int LENGTH = 32;
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private CookieGenerator() {}

  public static Cookie next() {
    SecureRandom random = new SecureRandom();
    StringBuilder cookie = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      cookie.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Cookie(cookie.toString());
  }
}
