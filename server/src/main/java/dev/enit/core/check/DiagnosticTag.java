package dev.enit.core.check;

/** How an editor may draw the text of a diagnostic. */
public enum DiagnosticTag {
  /** Faded: it has no effect. */
  UNNECESSARY,
  /** Struck through: it is obsolete. */
  DEPRECATED
}
