package dev.enit.grammar.format;

/**
 * The options of the formatter; all else is fixed, so that files look alike everywhere.
 *
 * @param width columns that a line should not exceed; comments and long literals may
 * @param indent columns per level
 */
public record FormatOptions(int width, int indent) {
  /** The defaults of the Erlang community's formatters. */
  public static final FormatOptions DEFAULT = new FormatOptions(100, 4);

  public FormatOptions {
    if (width < 1 || indent < 0) {
      throw new IllegalArgumentException("width " + width + ", indent " + indent);
    }
  }
}
