package dev.enit.core.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rule for which keys hold secrets: the cookie, keys whose name says so, keys of well-known
 * applications, and keys that {@code enit.config} declares. Hiding one value too many does no harm.
 *
 * @param declared keys by application
 */
public record SecretKeys(Map<String, Set<String>> declared) {
  /** The rule if no settings declare a key. */
  public static final SecretKeys COMMON = new SecretKeys(Map.of());

  /**
   * Keys of applications outside of OTP that hold a secret, as documented, and whose name does not
   * say so.
   */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "joken", Set.of("default_signer"),
          "new_relic_agent", Set.of("license_key"),
          "rabbitmq_auth_backend_ldap", Set.of("dn_lookup_bind", "other_bind"),
          "sentry", Set.of("dsn"));

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

  /** The boundary between the words of a name such as {@code dbPassword}. */
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** Returns whether the value of a key of an application is, or may be, a secret. */
  public boolean isSecret(String application, String key) {
    return application.equals(NodeKey.SECTION)
        ? key.equals(NodeKey.COOKIE.key())
        : isSecretName(key) || has(KNOWN, application, key) || has(declared, application, key);
  }

  private static boolean has(Map<String, Set<String>> keys, String application, String key) {
    return keys.getOrDefault(application, Set.of()).contains(key.strip());
  }

  /** Returns whether a key is a secret one in any application; for text that may be broken. */
  boolean isSecretAnywhere(String key) {
    return isSecretName(key)
        || KNOWN.values().stream().anyMatch(keys -> keys.contains(key))
        || declared.values().stream().anyMatch(keys -> keys.contains(key));
  }

  /** Returns whether a name labels a secret, judged by its words. */
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
