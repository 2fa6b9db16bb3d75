package dev.enit.cli.terminal;

import dev.enit.core.check.Severity;
import dev.enit.core.report.TextStyle;
import dev.enit.core.text.VisibleText;
import java.util.List;
import java.util.Random;

/**
 * Colours and weights for terminals. In text a style is a pair of marks with a random number of
 * this process; {@link Output} replaces them by control sequences, so that no other text can
 * contain one.
 */
public enum Style implements TextStyle {
  PLAIN,
  COLOURED;

  /** Starts with a code point that never stands for a character. */
  private static final String MARK = "\uFDD0" + Long.toHexString(new Random().nextLong()) + ":";

  private static final List<String> ATTRIBUTES =
      List.of("0", "1", "2", "36", "1;31", "1;32", "1;33", "1;34", "1;36");

  public static Style of(boolean coloured) {
    return coloured ? COLOURED : PLAIN;
  }

  @Override
  public String bold(String text) {
    return with("1", text);
  }

  @Override
  public String dim(String text) {
    return with("2", text);
  }

  /** Returns code, a name or a value in its colour. */
  public String code(String text) {
    return with("36", text);
  }

  @Override
  public String help(String text) {
    return with("1;32", text);
  }

  @Override
  public String severity(Severity severity, String text) {
    return with(
        switch (severity) {
          case ERROR -> "1;31";
          case WARNING -> "1;33";
          case INFORMATION -> "1;34";
          case HINT -> "1;36";
        },
        text);
  }

  private String with(String attributes, String text) {
    return this == PLAIN || text.isEmpty() ? text : mark(attributes) + text + mark("0");
  }

  private static String mark(String attributes) {
    return MARK + ATTRIBUTES.indexOf(attributes);
  }

  /**
   * Returns a text for a terminal: sequences in place of the marks, escapes in place of what else a
   * reader cannot see.
   *
   * @param kept characters without an escape
   */
  static String sequences(String text, String kept) {
    if (text.chars().noneMatch(VisibleText::isHidden)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, from)) {
      int attributes = mark + MARK.length();
      out.append(VisibleText.of(text.substring(from, mark), kept));
      out.append("\u001b[").append(ATTRIBUTES.get(text.charAt(attributes) - '0')).append('m');
      from = attributes + 1;
    }
    return out.append(VisibleText.of(text.substring(from), kept)).toString();
  }
}
