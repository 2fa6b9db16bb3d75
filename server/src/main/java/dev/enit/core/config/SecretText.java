package dev.enit.core.config;

import dev.enit.core.text.NearestName;
import dev.enit.grammar.term.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets in source text. They are found in the text alone, since files are quoted mostly where
 * they are broken; too much is hidden rather than too little. In the section {@code node} each
 * unknown key counts as a misspelled {@code cookie}. A text that is a secret at one place counts as
 * one everywhere.
 */
public final class SecretText {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\d_@])[\\p{L}_][\\p{L}\\d_@.-]*");

  /** The separator of a key and its value, correct or mistaken, up to the opening quote. */
  private static final Pattern TO_QUOTE = Pattern.compile("['\"]?[^\\p{L}\\p{N}'\"]{0,20}['\"]");

  private static final Pattern TO_VALUE =
      Pattern.compile("['\"]?\\s*(,|:|=>|=|;|\\.|\\s|\\[|\\{|<<)");

  /** The beginning of the section {@code node}, even if it is broken. */
  private static final Pattern NODE =
      Pattern.compile(
          "^\\W{0,6}node\\b.*?(?=^\\W{0,4}\\w+['\"]?\\s*,\\s*\\[|\\.\\s*$|\\z)",
          Pattern.DOTALL | Pattern.MULTILINE);

  /** A literal, terminated or not, a name or a number. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\n])*'?|[\\p{L}\\d_@][\\p{L}\\d_@.-]*");

  private static final Pattern SEPARATOR = Pattern.compile("\\s*(,|:|=>|=)\\s*['\"]?");

  private static final int LONGEST = 2_000;

  /** The shortest text that is masked elsewhere too. */
  private static final int DISTINCT = 6;

  /** The number of characters around a place that are searched. */
  private static final int NEAR = 3_000;

  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Pattern MASKS = Pattern.compile("\\*{8}([^\\p{L}\\p{N}]*\\*{8})+");
  private static final Set<String> KINDS =
      Set.of(
          "atom", "binary", "float", "integer", "list", "map", "number", "string", "tuple", "text");
  private static final String PUNCTUATION = ",:;=>|[](){}<~\"'";

  private final SecretKeys keys;
  private final String text;
  private final List<Span> found = new ArrayList<>();

  private SecretText(SecretKeys keys, String text) {
    this.keys = keys;
    this.text = text;
  }

  /** Returns the spans of secrets in the order of the text, each within one line. */
  public static List<Span> spans(SecretKeys keys, String text) {
    SecretText secrets = new SecretText(keys, text);
    secrets.find();
    return secrets.merged();
  }

  /** Returns a text with a mask in place of each secret. */
  public static String hidden(SecretKeys keys, String text) {
    StringBuilder hidden = new StringBuilder(text);
    for (Span span : spans(keys, text).reversed()) {
      hidden.replace(span.start(), span.end(), Cookie.MASK);
    }
    return hidden.toString();
  }

  /** Returns the texts of the secrets around a place. */
  public static Set<String> near(SecretKeys keys, String text, Span place) {
    int start = Math.clamp(place.start() - (long) NEAR, 0, text.length());
    int end = Math.clamp(place.end() + (long) NEAR, start, text.length());
    String window = text.substring(start, end);
    Set<String> secrets = new HashSet<>();
    spans(keys, window).forEach(span -> secrets.add(span.in(window)));
    return secrets;
  }

  /** Returns the text of a message with a mask in place of each part of a secret. */
  public static String masked(String words, Set<String> secrets) {
    if (secrets.isEmpty()) {
      return words;
    }
    String whole = words;
    for (String secret : secrets) {
      whole = secret.length() < DISTINCT ? whole : whole.replace(secret, Cookie.MASK);
    }
    StringBuilder masked = new StringBuilder();
    Matcher run = RUN.matcher(whole);
    while (run.find()) {
      run.appendReplacement(masked, isPart(run.group(), secrets) ? Cookie.MASK : "$0");
    }
    return MASKS.matcher(run.appendTail(masked)).replaceAll(Cookie.MASK);
  }

  private static boolean isPart(String run, Set<String> secrets) {
    if (secrets.contains(run)) {
      return run.length() > 1;
    }
    boolean isOrdinary =
        run.length() < 3
            || KINDS.contains(run)
            || NodeKey.of(run).isPresent()
            || run.equals(NodeKey.SECTION);
    return !isOrdinary && secrets.stream().anyMatch(secret -> secret.contains(run));
  }

  private void find() {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      int dot = word.group().indexOf('.');
      if (dot > 0 && isSecretName(word.group().substring(0, dot))) {
        // A dot in place of the comma.
        value(word.start() + dot);
      } else if (isSecretName(word.group()) && isKey(word.start(), word.end())) {
        value(word.end());
      }
    }
    Matcher node = NODE.matcher(text);
    while (node.find()) {
      node(node.start(), node.end());
    }
    Matcher url = SecretValues.URL.matcher(text);
    while (url.find()) {
      found.add(new Span(url.start(1), url.end(1)));
    }
    elsewhere();
  }

  /** Hides everything in the section {@code node} but keys, and the values of known keys. */
  private void node(int start, int end) {
    Matcher token = TOKEN.matcher(text).region(start, end);
    int visible = start;
    while (token.find()) {
      String name = token.group().replaceAll("^['\"]|['\"]$", "");
      boolean isCookie = WORD.matcher(name).matches() && isSecretName(name);
      if (token.start() < visible || name.equals(NodeKey.SECTION) || isCookie) {
        continue;
      }
      if (NodeKey.of(name).isPresent() || !mayBeCookie(name)) {
        visible = token.end();
        while (visible < end && "{}".indexOf(text.charAt(visible)) < 0) {
          visible++;
        }
      } else if (!name.contains(NodeKey.COOKIE.key()) && isUnknownKey(token.start(), token.end())) {
        value(token.end());
      } else {
        content(token.start(), token.end());
      }
    }
  }

  private boolean isUnknownKey(int start, int end) {
    Matcher separator = SEPARATOR.matcher(text).region(end, text.length());
    return isAfterOpener(start)
        && separator.lookingAt()
        && !text.startsWith(NodeKey.COOKIE.key(), separator.end());
  }

  /**
   * Returns whether a word in the section {@code node} may be a misspelled {@code cookie}: it
   * neither is another key nor resembles one.
   */
  private static boolean mayBeCookie(String name) {
    return !name.equals(NodeKey.SECTION)
        && Arrays.stream(NodeKey.values())
            .filter(key -> key != NodeKey.COOKIE)
            .noneMatch(key -> NearestName.isTypo(name, key.key()));
  }

  private boolean isSecretName(String name) {
    return keys.isSecretAnywhere(name)
        || (name.length() > 3 && NearestName.isTypo(name, NodeKey.COOKIE.key()));
  }

  private boolean isKey(int start, int end) {
    Matcher quote = TO_QUOTE.matcher(text).region(end, text.length());
    Matcher value = TO_VALUE.matcher(text).region(end, text.length());
    return quote.lookingAt() || (value.lookingAt() && isAfterOpener(start));
  }

  private boolean isAfterOpener(int start) {
    int at = start - 1;
    while (at >= 0
        && (Character.isWhitespace(text.charAt(at)) || "'\"".indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at >= 0 && "{(#=".indexOf(text.charAt(at)) >= 0;
  }

  /**
   * Hides the text from the end of a key to the closing bracket of its tuple, or of the enclosing
   * term.
   */
  private void value(int start) {
    int from = start;
    if (from < text.length() && "'\"".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int depth = 0;
    boolean empty = true;
    int end = Math.min(text.length(), from + LONGEST);
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '%' && text.indexOf('\n', at) > 0) {
        at = text.indexOf('\n', at);
      } else if (c == '"' || c == '\'') {
        int close = closing(at, end);
        at = close > 0 ? close : at;
        empty = false;
      } else if ("{[(".indexOf(c) >= 0) {
        depth++;
      } else if ("}])".indexOf(c) >= 0 && --depth < 0) {
        if (!empty) {
          break;
        }
        // The value may follow a closing bracket that is too early.
        if (!TO_QUOTE.matcher(text).region(at, end).lookingAt()) {
          break;
        }
        depth = 0;
      } else if (c == '\n' && at + 1 < end && text.charAt(at + 1) == '{' && !empty) {
        break;
      } else if (!Character.isWhitespace(c) && PUNCTUATION.indexOf(c) < 0) {
        empty = false;
      }
      at++;
    }
    content(from, at);
  }

  /** Returns the end of a literal on its line, or 0 if it does not end there. */
  private int closing(int open, int end) {
    for (int i = open + 1; i < end && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(open)) {
        return i;
      }
    }
    return 0;
  }

  /** Hides the text between punctuation, line by line. */
  private void content(int from, int to) {
    int start = from;
    while (start < to) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? to : Math.min(newline, to);
      int first = start;
      int last = end;
      while (first < last && isPunctuation(first)) {
        first++;
      }
      while (last > first && isPunctuation(last - 1)) {
        last--;
      }
      if (first < last) {
        found.add(new Span(first, last));
      }
      start = end + 1;
    }
  }

  private boolean isPunctuation(int at) {
    return Character.isWhitespace(text.charAt(at)) || PUNCTUATION.indexOf(text.charAt(at)) >= 0;
  }

  private void elsewhere() {
    Set<String> values = new HashSet<>();
    found.forEach(span -> values.add(span.in(text)));
    for (String value : values) {
      if (value.length() >= DISTINCT) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length())) {
          found.add(new Span(at, at + value.length()));
        }
      }
    }
  }

  private List<Span> merged() {
    found.sort(Comparator.comparingInt(Span::start));
    List<Span> merged = new ArrayList<>();
    for (Span span : found) {
      if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
        Span last = merged.removeLast();
        merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
