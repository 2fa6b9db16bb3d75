package dev.enit.core.config;

import java.util.Set;

/**
 * Keys whose values nobody should see who did not open their file. The cookie is certainly one; of
 * others only the name tells, and one too many does no harm.
 */
public final class SecretKeys {
  private static final Set<String> WORDS =
      Set.of(
          "cookie",
          "cookies",
          "credential",
          "credentials",
          "pass",
          "passphrase",
          "passwd",
          "password",
          "passwords",
          "pwd",
          "secret",
          "secrets",
          "token",
          "tokens");

  /** What makes a secret of a key in the ordinary sense. */
  private static final Set<String> KEYS = Set.of("access", "api", "private", "signing");

  private SecretKeys() {}

  /** Whether the value of a key is or may be a secret. */
  public static boolean isSecret(String application, String key) {
    if (application.equals(NodeKey.SECTION)) {
      return key.equals(NodeKey.COOKIE.key());
    }
    String before = "";
    for (String word : key.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+", -1)) {
      boolean keyed = (word.equals("key") || word.equals("keys")) && KEYS.contains(before);
      if (keyed || WORDS.contains(word)) {
        return true;
      }
      before = word;
    }
    return false;
  }
}
