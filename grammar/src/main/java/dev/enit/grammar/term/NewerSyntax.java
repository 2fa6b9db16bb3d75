package dev.enit.grammar.term;

/**
 * A place whose syntax not every OTP release reads alike; the span counts from the start of the
 * form.
 */
public record NewerSyntax(Span span, Feature feature) {

  /** Syntax with the OTP releases that read it. */
  public enum Feature {
    SIGIL(27, Feature.TODAY),
    TRIPLE_QUOTED_STRING(27, Feature.TODAY),
    BASED_FLOAT(28, Feature.TODAY),
    /** Strings without white space between them. */
    ADJACENT_STRINGS(1, 26),
    /** Three quotes and more, read as adjacent strings. */
    JOINED_QUOTES(1, 26),
    /** {@code \^} before a character that has no control character. */
    CONTROL_ESCAPE(1, 25);

    private static final int TODAY = Integer.MAX_VALUE;

    private final int since;
    private final int until;

    Feature(int since, int until) {
      this.since = since;
      this.until = until;
    }

    /** Returns the first OTP release with this syntax; 1 where all older ones have it. */
    public int since() {
      return since;
    }

    /** Returns the last OTP release with this syntax. */
    public int until() {
      return until;
    }

    /** Returns whether a later OTP release refuses it. */
    public boolean isRemoved() {
      return until != TODAY;
    }
  }
}
