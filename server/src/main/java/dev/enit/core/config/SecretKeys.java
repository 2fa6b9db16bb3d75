package dev.enit.core.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rule for which keys hold secrets. The cookie certainly does; of other keys only the words of
 * the name tell, and hiding one value too many does no harm.
 */
public final class SecretKeys {
  private static final Set<String> WORDS =
      Set.of(
          "apikey",
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
          "secretkey",
          "token",
          "tokens");

  /** The words before `key` that make it a secret one. */
  private static final Set<String> KEYS =
      Set.of("access", "api", "encryption", "private", "secret", "signing");

  /** Between the words of a name such as {@code dbPassword}. */
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private SecretKeys() {}

  /** Returns whether the value of a key of an application is or may be a secret. */
  public static boolean isSecret(String application, String key) {
    return application.equals(NodeKey.SECTION)
        ? key.equals(NodeKey.COOKIE.key())
        : isSecretName(key);
  }

  /** Returns whether a name says so, word by word, wherever it labels a value. */
  static boolean isSecretName(String name) {
    String before = "";
    for (String word :
        HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      boolean keyed = (word.equals("key") || word.equals("keys")) && KEYS.contains(before);
      if (keyed || WORDS.contains(word)) {
        return true;
      }
      before = word;
    }
    return false;
  }
}
