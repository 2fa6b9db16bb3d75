package dev.enit.grammar.term;

import java.util.Set;

/** The printer of quoted atoms, strings and characters, with their escapes. */
final class QuotedText {
  /**
   * The reserved words of erl_scan, and {@code maybe} and {@code else}, which are reserved since
   * OTP 27.
   */
  private static final Set<String> RESERVED =
      Set.of(
          "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "case",
          "catch", "cond", "div", "else", "end", "fun", "if", "let", "maybe", "not", "of", "or",
          "orelse", "receive", "rem", "try", "when", "xor");

  private QuotedText() {}

  /** Returns whether an atom may be without quotes. */
  static boolean isPlainAtom(String name) {
    if (name.isEmpty() || !isLower(name.charAt(0)) || RESERVED.contains(name)) {
      return false;
    }
    return name.chars().allMatch(c -> isName((char) c));
  }

  private static boolean isLower(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
  }

  private static boolean isName(char c) {
    return isLower(c)
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '@'
        || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
  }

  static String quote(String text, char mark) {
    StringBuilder out = new StringBuilder(text.length() + 2).append(mark);
    text.codePoints().forEach(point -> append(point, mark, out));
    return out.append(mark).toString();
  }

  private static void append(int point, char mark, StringBuilder out) {
    String escape = escape(point);
    if (point == mark || point == '\\') {
      out.append('\\').append((char) point);
    } else if (escape != null) {
      out.append(escape);
    } else if (isPrintable(point)) {
      out.appendCodePoint(point);
    } else {
      out.append("\\x{")
          .append(Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT))
          .append('}');
    }
  }

  private static @org.jspecify.annotations.Nullable String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0x0B -> "\\v";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case 0x1B -> "\\e";
      case 0x7F -> "\\d";
      default -> null;
    };
  }

  /** Returns a character with its dollar. */
  static String character(int point) {
    if (point == ' ') {
      return "$\\s";
    }
    String quoted = quote(Character.toString(point), '$');
    return "$" + (point == '$' ? "$" : quoted.substring(1, quoted.length() - 1));
  }

  /**
   * Returns whether a code point of a list makes it look like text, as io_lib:printable_list/1 has
   * it.
   */
  static boolean isPrintable(int point) {
    return (point >= ' ' && point < 0x7F)
        || (point >= 0xA0 && point < 0xD800)
        || (point > 0xDFFF && point < 0xFFFE)
        || (point > 0xFFFF && point <= 0x10FFFF)
        || (escape(point) != null && point != 0x7F);
  }
}
