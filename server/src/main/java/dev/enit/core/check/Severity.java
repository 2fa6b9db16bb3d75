package dev.enit.core.check;

/** The severity of a diagnostic. */
public enum Severity {
  /** The release does not start, or does not run as written. */
  ERROR,
  /** The release starts, but probably does not do what its author means. */
  WARNING,
  /** A fact worth knowing. */
  INFORMATION,
  /** An unobtrusive remark on a line. */
  HINT;

  /** Returns the name in lower case, as in reports. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
