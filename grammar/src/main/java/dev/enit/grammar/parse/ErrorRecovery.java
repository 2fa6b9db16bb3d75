package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;

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
    UnexpectedTokenRecovery misfits = new UnexpectedTokenRecovery(form);
    form.frames.push(0, 0);
    while (form.at < form.in.count() && form.in.type(form.at) != DOT) {
      int type = form.in.type(form.at);
      if (form.frames.expects()) {
        element(type);
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

  /** Repairs what is in the place of an element. */
  private void element(int type) {
    switch (type) {
      case ATOM, INTEGER, FLOAT, CHARACTER, STRING, SIGIL, MISSING -> leaf();
      case LBRACE, LBRACKET, LBINARY, LPAREN -> {
        form.out.add(form.in, form.at++);
        form.frames.push(type, form.out.count());
      }
      case RBRACE, RBRACKET, RBINARY, RPAREN -> closeExpecting();
      case HASH -> hash();
      case FUN -> fun();
      case PLUS, MINUS -> sign();
      case COMMA, SEMICOLON, BAR, ARROW -> strayBefore(type);
      case ASSIGN, COLON, SLASH, OPERATOR -> form.reportOnce(Kind.OPERATOR, form.at++);
      case POINT -> form.reportOnce(Kind.UNEXPECTED_TOKEN, form.at++);
      default -> noTerm();
    }
  }

  private void leaf() {
    int first = form.at;
    form.out.add(form.in, form.at++);
    while (form.in.type(first) == STRING && form.in.type(form.at) == STRING) {
      form.out.add(form.in, form.at++);
    }
    form.frames.elementDone();
  }

  private void hash() {
    if (form.in.type(form.at + 1) != LBRACE) {
      noTerm();
      return;
    }
    form.out.add(form.in, form.at++);
    form.out.add(form.in, form.at++);
    form.frames.push(HASH, form.out.count());
  }

  private void fun() {
    int behind = form.noTerm.behindFun(form.at);
    if (behind < 0) {
      noTerm();
    } else {
      form.copy(behind);
    }
  }

  private void sign() {
    int behind = form.noTerm.behindNumber(form.at + 1);
    if (behind < 0) {
      form.reportOnce(Kind.OPERATOR, form.at++);
    } else {
      form.copy(behind);
    }
  }

  private void noTerm() {
    NonTermRecovery.Found found = form.noTerm.at(form.at);
    if (!form.frames.isReported()) {
      form.reportNoTerm(found);
    }
    if (form.in.type(form.at) == BAD && TokenKinds.startsTerm(form.in.type(form.at + 1))) {
      form.at++;
      return;
    }
    int type = found.atom() ? ATOM : MISSING;
    form.out.add(type, form.in.start(form.at), form.in.end(found.behind() - 1));
    form.at = found.behind();
    form.frames.elementDone();
  }

  private void strayBefore(int type) {
    boolean first = !form.frames.hasSeparator();
    boolean comma = type == COMMA || type == SEMICOLON;
    Span span = new Span(form.in.start(form.at), form.in.end(form.at));
    if (!form.frames.isReported()) {
      Repair repair = comma && !first ? new Repair(span, "") : null;
      form.diagnostics.add(Kind.STRAY_SEPARATOR, span, null, repair, form.word(form.at));
      form.frames.reported();
    }
    boolean place = comma ? first || form.frames.expectsValue() : form.frames.takes(type);
    if (place && form.frames.kind() != 0) {
      form.missing(form.at);
    } else {
      form.at++;
    }
  }

  private void closeExpecting() {
    if (form.frames.kind() == LPAREN || form.frames.hasSeparator()) {
      int before = form.at - 1;
      boolean written = form.in.start(form.at) < form.in.end(form.at);
      if (written && !form.frames.isReported()) {
        boolean comma = form.in.type(before) == COMMA;
        Span span = new Span(form.in.start(before), form.in.end(before));
        Repair repair = comma ? new Repair(span, "") : null;
        Kind kind = form.frames.kind() == LPAREN ? Kind.UNEXPECTED_TOKEN : Kind.STRAY_SEPARATOR;
        form.diagnostics.add(kind, span, null, repair, form.word(before));
      }
      form.missing(form.at);
      if (form.frames.expectsArrow()) {
        form.missingValue();
      }
    }
    form.close();
  }
}
