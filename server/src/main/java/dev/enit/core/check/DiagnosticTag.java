package dev.enit.core.check;

/** A tag that tells an editor how to draw the text of a diagnostic. */
public enum DiagnosticTag {
  /** Faded: it has no effect. */
  UNNECESSARY,
  /** Struck through: it is obsolete. */
  DEPRECATED
}
