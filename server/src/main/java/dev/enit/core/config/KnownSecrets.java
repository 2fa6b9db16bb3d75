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
 * The secrets of a release, to be found in text that a node writes: a reason of a failure may
 * contain the value of a key, where no key tells.
 */
public final class KnownSecrets {
  /** A shorter text may be a word of the language. */
  private static final int SHORTEST = 6;

  /** So much of a secret is masked at the end of a text, which may have been cut there. */
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

  /** Returns those that the layers of a release set, also where another layer overrides them. */
  public static KnownSecrets of(EffectiveConfig config) {
    return of(config, Environments.NONE);
  }

  /**
   * As {@link #of(EffectiveConfig)}.
   *
   * @param running values of the node, which may be others
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

  /** As it is, and as it is printed in quotes. */
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

  /** A text that was cut may end with the beginning of a secret. */
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
