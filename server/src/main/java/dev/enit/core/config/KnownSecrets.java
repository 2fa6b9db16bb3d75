package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets of a release, for masking them in text that a node writes: the reason of a failure
 * may contain a secret value without its key.
 */
public final class KnownSecrets {
  /** The shortest secret that is masked: a shorter text may be an ordinary word. */
  private static final int SHORTEST = 6;

  /**
   * The shortest beginning of a secret that is masked at the end of a text, which may have been
   * cut.
   */
  private static final int PART = 4;

  private static final Pattern END = Pattern.compile("[.…\"'>\\s]*$");

  private final List<String> secrets;

  private KnownSecrets(Set<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** Returns the secrets that the layers of a release set, including overridden ones. */
  public static KnownSecrets of(EffectiveConfig config) {
    return of(config, Environments.NONE);
  }

  /**
   * Returns the same as {@link #of(EffectiveConfig)}, and the secrets of the running node.
   *
   * @param running the values in the node, which may differ
   */
  public static KnownSecrets of(EffectiveConfig config, Environments running) {
    Set<String> secrets = new HashSet<>();
    SecretKeys keys = config.secrets();
    for (String application : config.applications()) {
      for (EffectiveValue value : config.values(application)) {
        value
            .settings()
            .forEach(s -> add(SecretValues.in(keys, application, value.key(), s.value()), secrets));
      }
    }
    running
        .applications()
        .forEach(
            (application, values) ->
                values.forEach(
                    (key, value) -> add(SecretValues.in(keys, application, key, value), secrets)));
    return new KnownSecrets(secrets);
  }

  /** Adds each secret as it is, and as it is printed in quotes. */
  private static void add(Set<String> found, Set<String> secrets) {
    for (String secret : found) {
      String quoted = TermPrinter.print(new Term.Str(dev.enit.grammar.term.Span.at(0), secret));
      secrets.add(secret);
      secrets.add(quoted.substring(1, quoted.length() - 1));
    }
  }

  /** Returns a text with a mask in place of each secret that is a whole word, or several. */
  public String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      if (masked.contains(secret)) {
        masked = whole(secret).matcher(masked).replaceAll(Matcher.quoteReplacement(Cookie.MASK));
      }
    }
    return withoutPart(masked);
  }

  private static Pattern whole(String secret) {
    String before = isWord(secret.codePointAt(0)) ? "(?<![\\p{L}\\p{N}_])" : "";
    String after = isWord(secret.codePointBefore(secret.length())) ? "(?![\\p{L}\\p{N}_])" : "";
    return Pattern.compile(before + Pattern.quote(secret) + after);
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /**
   * Returns the text with a mask in place of the beginning of a secret that a cut left at its end.
   */
  private String withoutPart(String text) {
    Matcher end = END.matcher(text);
    if (!end.find() || !(end.group().contains("…") || end.group().contains("..."))) {
      return text;
    }
    String kept = text.substring(0, end.start());
    for (String secret : secrets) {
      for (int length = secret.length() - 1; length >= PART; length--) {
        if (kept.endsWith(secret.substring(0, length))) {
          return kept.substring(0, kept.length() - length) + Cookie.MASK + end.group();
        }
      }
    }
    return text;
  }
}
