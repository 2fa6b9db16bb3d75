package dev.enit.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of user text. A pattern names its arguments {@code {0}}, {@code {1}} …; nothing
 * else in it is special, quotes included.
 */
public final class Messages {
  private static @Nullable Properties patterns;

  private Messages() {}

  /**
   * Returns the text of a key.
   *
   * @throws IllegalArgumentException for a key that the catalogue does not have
   */
  public static String text(String key, Object... arguments) {
    String pattern = patterns().getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    return fill(pattern, arguments);
  }

  /** Returns the text of a key, or an empty text if the catalogue does not have it. */
  public static String optional(String key, Object... arguments) {
    String pattern = patterns().getProperty(key);
    return pattern == null ? "" : fill(pattern, arguments);
  }

  /** Returns a pattern with its arguments; a placeholder without an argument stays. */
  public static String fill(String pattern, Object... arguments) {
    StringBuilder out = new StringBuilder(pattern.length() + 32);
    int i = 0;
    while (i < pattern.length()) {
      if (isPlaceholder(pattern, i) && pattern.charAt(i + 1) - '0' < arguments.length) {
        out.append(arguments[pattern.charAt(i + 1) - '0']);
        i += 3;
      } else {
        out.append(pattern.charAt(i++));
      }
    }
    return out.toString();
  }

  private static boolean isPlaceholder(String pattern, int at) {
    return pattern.charAt(at) == '{'
        && at + 2 < pattern.length()
        && Character.isDigit(pattern.charAt(at + 1))
        && pattern.charAt(at + 2) == '}';
  }

  private static synchronized Properties patterns() {
    if (patterns == null) {
      patterns = load();
    }
    return patterns;
  }

  private static Properties load() {
    Properties loaded = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream("/messages.properties")) {
      if (in != null) {
        loaded.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return loaded;
  }
}
