package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.DOT;

import dev.enit.grammar.term.SyntaxError.Kind;

/**
 * Makes of tokens whose brackets match a form that the grammar accepts, and says what was wrong:
 * separators that are missing come in, those with nothing to separate go, and what is no term
 * becomes the place of a missing one. One pass, no recursion; an element is reported once.
 */
final class ErrorRecovery {
  private final RecoveryState form;

  ErrorRecovery(String text, int start, TokenBuffer in, SyntaxErrorCollector diagnostics) {
    form = new RecoveryState(text, start, in, diagnostics);
  }

  /** The mended tokens, without the dot. */
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

  /** Whether the form is no term from some place on, so that nobody misses its dot. */
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
