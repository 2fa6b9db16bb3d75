package dev.enit.cli.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides cookies in lines of source. Reports end up in logs, which more people read than may read
 * the file. Looks at the text alone, since the file may well be broken just there; hides rather too
 * much than too little.
 */
final class Secrets {
  /** The key, as an element of a tuple or at least before something in quotes. */
  private static final Pattern KEY =
      Pattern.compile(
          "\\{\\s*['\"]?cookie['\"]?(?=[\\s,])|\\bcookie['\"]?(?=\\s*,?\\s*[\\[<]*\\s*['\"])");

  private static final int LONGEST = 300;

  private Secrets() {}

  /** The same text with asterisks for what a cookie says; everything else keeps its place. */
  static String masked(String text) {
    if (!text.contains("cookie")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    Matcher key = KEY.matcher(text);
    while (key.find()) {
      int end = Math.min(text.length(), key.end() + LONGEST);
      for (int i = key.end(); i < end && text.charAt(i) != '}'; i++) {
        if (!isPunctuation(text.charAt(i))) {
          out.setCharAt(i, '*');
        }
      }
    }
    return out.toString();
  }

  private static boolean isPunctuation(char c) {
    return Character.isWhitespace(c) || ",[]<>\"'".indexOf(c) >= 0;
  }
}
