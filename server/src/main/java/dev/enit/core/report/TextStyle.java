package dev.enit.core.report;

import dev.enit.core.check.Severity;

/**
 * How the parts of a text stand out where it is shown: a terminal has colours, others have none.
 */
public interface TextStyle {
  /** None. */
  TextStyle PLAIN = new TextStyle() {};

  default String bold(String text) {
    return text;
  }

  /** Of little importance. */
  default String dim(String text) {
    return text;
  }

  /** What to do. */
  default String help(String text) {
    return text;
  }

  /** As the severity wants to be seen. */
  default String severity(Severity severity, String text) {
    return text;
  }
}
