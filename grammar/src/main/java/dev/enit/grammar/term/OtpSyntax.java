package dev.enit.grammar.term;

/**
 * The term syntax of one OTP release: what {@code file:consult/1} reads differently from release to
 * release. Checked against OTP 25, 27 and 29; the facts on 26 and 28 are those of their release
 * notes.
 *
 * @param release the major release, such as 27; 0 where it is unknown
 */
public record OtpSyntax(int release) {
  /** Accepts what any release accepts, with the value that the newest one gives it. */
  public static final OtpSyntax UNKNOWN = new OtpSyntax(0);

  private boolean since(int first) {
    return release == 0 || release >= first;
  }

  /**
   * Returns whether three quotes begin a triple-quoted string; older releases read adjacent
   * strings.
   */
  public boolean hasTripleQuotes() {
    return since(27);
  }

  /** Returns whether {@code maybe} and {@code else} are reserved words. */
  public boolean reservesMaybe() {
    return release >= 27;
  }

  /**
   * Returns whether {@code \^} takes any character; later releases take a letter or one of
   * {@code @[\]^_?}.
   */
  public boolean hasAnyControl() {
    return !since(26);
  }

  /** Returns whether {@code 0.0} and {@code -0.0} are one key of a map. */
  public boolean hasOneZero() {
    return !since(27);
  }

  /** Returns whether this release reads syntax that not every release does. */
  public boolean accepts(NewerSyntax.Feature feature) {
    return release == 0 || (feature.since() <= release && release <= feature.until());
  }
}
