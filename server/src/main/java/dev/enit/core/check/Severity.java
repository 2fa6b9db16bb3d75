package dev.enit.core.check;

/** How much a diagnostic matters. */
public enum Severity {
  /** The release does not start, or not as written. */
  ERROR,
  /** It starts, and something in it is not as its author thinks. */
  WARNING,
  /** Worth knowing. */
  INFORMATION,
  /** A quiet remark for who reads the line. */
  HINT;

  /** In lower case, as reports have it. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
