package dev.enit.cli.terminal;

import dev.enit.core.check.Severity;
import dev.enit.core.report.TextStyle;

/** Colours and weights, where the reader is a terminal that wants them. */
public enum Style implements TextStyle {
  PLAIN,
  COLOURED;

  private static final String RESET = "\u001b[0m";

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

  /** Code, names and values in a text. */
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
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + attributes + "m" + text + RESET;
  }
}
