package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.DOT;

import dev.enit.grammar.term.SyntaxError.Kind;

/**
 * Error recovery for separators and elements: turns tokens whose brackets match into a form that
 * the grammar accepts, and reports the errors. Separators that are missing come in, those with
 * nothing to separate go, and what is no term becomes a missing one. One pass, no recursion; an
 * element is reported once.
 */
final class ErrorRecovery {
  private final RecoveryState form;

  ErrorRecovery(String text, int start, TokenBuffer in, SyntaxErrorCollector diagnostics) {
    form = new RecoveryState(text, start, in, diagnostics);
  }

  /** Returns the repaired tokens, without the dot. */
  TokenBuffer mend() {
    ElementRecovery elements = new ElementRecovery(form);
    UnexpectedTokenRecovery misfits = new UnexpectedTokenRecovery(form);
    form.frames.push(0, 0);
    while (form.at < form.in.count() && form.in.type(form.at) != DOT) {
      int type = form.in.type(form.at);
      if (form.frames.expects()) {
        elements.mend(type);
      } else {
        misfits.mend(type);
      }
    }
    if (form.frames.expects()) {
      nothingAtTop();
    }
    return form.out;
  }

  /**
   * Returns whether the form is no term from some place on, so that its dot is not reported as
   * missing.
   */
  boolean isAbandoned() {
    return form.abandoned || form.frames.isReported();
  }

  private void nothingAtTop() {
    if (form.diagnostics.isEmpty()) {
      form.report(Kind.UNEXPECTED_TOKEN, Math.min(form.at, form.in.count() - 1));
    }
    form.missing(form.at);
  }
}
