package dev.enit.grammar.term;

/**
 * A place that uses syntax which older OTP releases do not read; the span counts from the start of
 * the form.
 */
public record NewerSyntax(Span span, Feature feature) {

  /** Syntax with the first OTP release that reads it. */
  public enum Feature {
    SIGIL(27),
    TRIPLE_QUOTED_STRING(27),
    BASED_FLOAT(28);

    private final int since;

    Feature(int since) {
      this.since = since;
    }

    /** The first OTP release with this syntax. */
    public int since() {
      return since;
    }
  }
}
