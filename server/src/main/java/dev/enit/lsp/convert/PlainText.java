package dev.enit.lsp.convert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown without its syntax, for clients that show {@code plaintext}. Supports what {@link
 * dev.enit.core.ide.Markdown} and the pages of parameters contain: paragraphs, lists, fenced code,
 * code spans, strong and emphasized words, links and escaped characters.
 */
final class PlainText {
  private static final Pattern FENCE = Pattern.compile("(`{3,})[^`]*");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +");
  private static final String CODE_INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private PlainText() {}

  static String of(String markdown) {
    PlainText plain = new PlainText();
    plain.lines(markdown);
    return plain.out.toString().stripTrailing();
  }

  private void lines(String markdown) {
    String fence = "";
    for (String line : markdown.lines().toList()) {
      Matcher fenced = FENCE.matcher(line);
      if (!fence.isEmpty()) {
        if (line.strip().equals(fence)) {
          fence = "";
        } else {
          out.append(CODE_INDENT).append(line).append('\n');
        }
      } else if (fenced.matches()) {
        fence = fenced.group(1);
      } else {
        inline(HEADING.matcher(line).replaceFirst(""));
        out.append('\n');
      }
    }
  }

  private void inline(String line) {
    int at = 0;
    while (at < line.length()) {
      at = piece(line, at);
    }
  }

  /** Writes the text at an offset and returns the offset after it. */
  private int piece(String line, int at) {
    char c = line.charAt(at);
    int next = at + 1;
    if (c == '\\' && next < line.length() && isPunctuation(line.charAt(next))) {
      out.append(line.charAt(next));
      return next + 1;
    }
    if (c == '`') {
      return code(line, at);
    }
    if (c == '*' && !isBullet(line, at)) {
      return next;
    }
    if (c == '[') {
      return link(line, at);
    }
    out.append(c);
    return next;
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
  }

  /** Returns whether an asterisk is a bullet: one with a blank on each side is no emphasis. */
  private static boolean isBullet(String line, int at) {
    boolean before = at == 0 || line.charAt(at - 1) == ' ';
    boolean after = at + 1 == line.length() || line.charAt(at + 1) == ' ';
    return before && after;
  }

  private int code(String line, int at) {
    int run = run(line, at);
    for (int end = line.indexOf('`', at + run); end >= 0; end = line.indexOf('`', end)) {
      int closing = run(line, end);
      if (closing == run) {
        out.append(unpadded(line.substring(at + run, end)));
        return end + run;
      }
      end += closing;
    }
    out.append(line, at, at + run);
    return at + run;
  }

  private static int run(String line, int at) {
    int end = at;
    while (end < line.length() && line.charAt(end) == '`') {
      end++;
    }
    return end - at;
  }

  private static String unpadded(String code) {
    boolean padded =
        code.length() > 1 && code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
    return padded ? code.substring(1, code.length() - 1) : code;
  }

  /**
   * Writes the text of a link without its target, which the text contains or which plain text
   * cannot reach.
   */
  private int link(String line, int at) {
    int close = at + 1;
    while (close < line.length() && line.charAt(close) != ']') {
      close += line.charAt(close) == '\\' ? 2 : 1;
    }
    int end =
        close + 1 < line.length() && line.charAt(close + 1) == '(' ? line.indexOf(')', close) : -1;
    if (end < 0) {
      out.append('[');
      return at + 1;
    }
    inline(line.substring(at + 1, close));
    return end + 1;
  }
}
