package dev.enit.cli.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides cookies in lines of source. Reports end up in logs, which more people read than may read
 * the file. Looks at the text alone, since the file may well be broken just there.
 */
final class Secrets {
  private static final Pattern COOKIE =
      Pattern.compile(
          "\\bcookie'?[\\s,]*((?:<<\\s*)?\"(?:[^\"\\\\\\n]|\\\\.)*|'(?:[^'\\\\\\n]|\\\\.)*)"
              + "|\\{\\s*'?cookie'?\\s*,\\s*([a-z][\\w@]*)");

  private Secrets() {}

  /** The same text with asterisks for what a cookie says; everything else keeps its place. */
  static String masked(String text) {
    if (!text.contains("cookie")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    Matcher cookie = COOKIE.matcher(text);
    while (cookie.find()) {
      int group = cookie.start(1) >= 0 ? 1 : 2;
      int start = cookie.start(group);
      while (start < cookie.end(group) && "<\"' ".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      for (int i = start; i < cookie.end(group); i++) {
        out.setCharAt(i, '*');
      }
    }
    return out.toString();
  }
}
