package dev.enit.core.ide;

import dev.enit.core.text.Messages;
import dev.enit.core.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pieces of GitHub flavoured Markdown out of any text: whatever a file says, it is shown and never
 * becomes formatting, a link or HTML.
 */
public final class Markdown {
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[\\\\`*\\[\\]<>|&!~#]|\\b_|_\\b|:(?=//)|(?i)(?<=\\bwww)\\.|(?<=[\\w.+-])@(?=\\w)");

  /** What makes a list or a heading where a line starts with it. */
  private static final Pattern START = Pattern.compile("^(\\d{0,9})([-+=.)])(?=[-+=]*(?:\\s|$))");

  /** Characters of a path that a URI has as they are; parentheses would end a link. */
  private static final String PLAIN_IN_URI =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'*+,;=:@/";

  /** How many places or names a hover lists. */
  static final int MOST_ROWS = 20;

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private Markdown() {}

  /** Returns the first pieces of a list, and how many are left out. */
  static List<String> first(List<String> pieces) {
    if (pieces.size() <= MOST_ROWS) {
      return pieces;
    }
    List<String> first = new ArrayList<>(pieces.subList(0, MOST_ROWS));
    first.add(Messages.text("hover.more", pieces.size() - MOST_ROWS));
    return first;
  }

  /** Returns the first pieces of a list on one line. */
  static String line(List<String> pieces) {
    return String.join(", ", first(pieces));
  }

  /** A piece of code within a line; line ends become blanks. */
  public static String code(String text) {
    String line = VisibleText.line(text.replaceAll("[\\r\\n\\t]+", " "));
    String fence = "`".repeat(longest(line, 0) + 1);
    // A blank on each side keeps backticks of the text from joining the fence; it is not shown.
    boolean padded = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
    return fence + (padded ? " " + line + " " : line) + fence;
  }

  /** Lines of Erlang. */
  static String block(String code) {
    String text = VisibleText.lines(code);
    String fence = "`".repeat(longest(text, 2) + 1);
    return fence + "erlang\n" + text + "\n" + fence;
  }

  /** Plain text, for sentences of other people such as the description of an application. */
  public static String plain(String text) {
    String line = VisibleText.line(text.strip().replaceAll("\\s+", " "));
    return START.matcher(SPECIAL.matcher(line).replaceAll("\\\\$0")).replaceFirst("$1\\\\$2");
  }

  /** A message whose backticks hold code; whatever its arguments contain is only shown. */
  public static String message(String text) {
    StringBuilder out = new StringBuilder();
    Matcher code = CODE.matcher(text);
    int end = 0;
    while (code.find()) {
      out.append(pieces(text.substring(end, code.start()))).append(code(code.group(1)));
      end = code.end();
    }
    return out.append(pieces(text.substring(end))).toString();
  }

  /** Plain text whose outer blanks matter. */
  private static String pieces(String text) {
    String before = text.isBlank() || !text.startsWith(" ") ? "" : " ";
    String after = text.endsWith(" ") ? " " : "";
    return before + plain(text) + after;
  }

  /** The name of something within the backticks of a message. */
  public static String name(String text) {
    return VisibleText.line(text.replaceAll("\\s+", " ")).replace('`', '\'');
  }

  /** A link to a line of a file, from 1. */
  static String link(String label, Path file, int line) {
    return link(label, file, "#L" + line);
  }

  /** A link to a file. */
  public static String link(String label, Path file) {
    return link(label, file, "");
  }

  /** Nothing leads to a document that was never saved: its path is relative. */
  private static String link(String label, Path file, String fragment) {
    return file.isAbsolute()
        ? "[" + plain(label) + "](" + uri(file) + fragment + ")"
        : plain(label);
  }

  /**
   * Asks nothing of the disk, where {@link Path#toUri} would, and keeps the characters of a name as
   * they are, where {@link java.net.URI#toASCIIString} would compose them.
   */
  private static String uri(Path file) {
    StringBuilder uri = new StringBuilder("file://");
    for (byte unit : file.toString().getBytes(StandardCharsets.UTF_8)) {
      if (unit > 0 && PLAIN_IN_URI.indexOf(unit) >= 0) {
        uri.append((char) unit);
      } else {
        uri.append("%%%02X".formatted(unit & 0xFF));
      }
    }
    return uri.toString();
  }

  private static int longest(String text, int atLeast) {
    int longest = atLeast;
    Matcher run = BACKTICKS.matcher(text);
    while (run.find()) {
      longest = Math.max(longest, run.end() - run.start());
    }
    return longest;
  }
}
