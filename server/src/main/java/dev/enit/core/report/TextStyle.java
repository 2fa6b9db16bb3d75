package dev.enit.core.report;

import dev.enit.core.check.Severity;

/** The emphasis of parts of a text: colours on a terminal, none by default. */
public interface TextStyle {
  /** No emphasis. */
  TextStyle PLAIN = new TextStyle() {};

  default String bold(String text) {
    return text;
  }

  /** Returns a text of little importance. */
  default String dim(String text) {
    return text;
  }

  /** Returns a text that says what to do. */
  default String help(String text) {
    return text;
  }

  /** Returns a text in the style of a severity. */
  default String severity(Severity severity, String text) {
    return text;
  }
}
