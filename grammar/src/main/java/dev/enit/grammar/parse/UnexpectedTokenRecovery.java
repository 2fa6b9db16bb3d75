package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;

/** Error recovery where a separator or a closer is expected after an element. */
final class UnexpectedTokenRecovery {
  private final RecoveryState form;

  UnexpectedTokenRecovery(RecoveryState form) {
    this.form = form;
  }

  void mend(int type) {
    if (form.frames.kind() == LBINARY && (type == COLON || type == SLASH)) {
      segment();
    } else if (TokenKinds.isCloser(type)) {
      closeBehind();
    } else if (form.frames.takes(type)) {
      form.separator(type, form.in.start(form.at), form.in.end(form.at));
      form.at++;
    } else {
      misfit(type);
    }
  }

  private void closeBehind() {
    if (form.frames.expectsArrow()) {
      form.missingArrow(null);
      form.missingValue();
    }
    form.close();
  }

  private void segment() {
    int behind = form.noTerm.behindSegment(form.at);
    if (behind < 0) {
      int first = form.out.start(form.frames.elementStart());
      int stop = form.stop();
      if (!form.frames.isReported()) {
        int end = form.in.end(stop - 1);
        form.diagnostics.add(Kind.BAD_SEGMENT, first, end, form.text.substring(first, end));
      }
      form.discard(stop);
      return;
    }
    while (form.at < behind) {
      form.out.add(form.in, form.at++);
    }
  }

  private void misfit(int type) {
    if (form.frames.isReported()) {
      misfitAgain(type);
      return;
    }
    switch (type) {
      case COMMA -> misplacedComma();
      case SEMICOLON, BAR, ARROW -> strayBehind();
      case POINT -> point();
      case COLON, ASSIGN, OPERATOR, SLASH, PLUS, MINUS, WORD_OPERATOR -> operator(type);
      case LPAREN -> call();
      case RESERVED, QUESTION, BAD -> noTermBehind();
      case VARIABLE -> separate(false);
      default -> separate(!isQuoteWithoutEnd());
    }
  }

  /** Returns whether a lonely quote is glued to what is before it: it is reported separately. */
  private boolean isQuoteWithoutEnd() {
    boolean quote = form.in.type(form.at) == STRING || form.in.type(form.at) == ATOM;
    char c = form.text.charAt(form.in.start(form.at));
    return quote
        && form.in.closing(form.at) == 0
        && (c == '"' || c == '\'')
        && form.in.start(form.at) == form.in.end(form.at - 1);
  }

  /**
   * Handles a further unexpected token in this element: only a separator, or a new line, makes a
   * new start.
   */
  private void misfitAgain(int type) {
    if (type == COMMA && form.frames.expectsArrow()) {
      form.missingValue();
      return;
    }
    boolean newLine =
        CharClasses.hasLineEnd(form.text, form.in.end(form.at - 1), form.in.start(form.at));
    if (newLine && TokenKinds.startsTerm(type) && form.frames.kind() != 0) {
      form.frames.forgive();
      separate(true);
    } else {
      form.discard(form.stop());
    }
  }

  private void misplacedComma() {
    if (form.frames.expectsArrow()) {
      form.missingArrow(null);
      form.missingValue();
      form.frames.forgive();
      return;
    }
    form.reportOnce(
        form.frames.kind() == LPAREN ? Kind.UNEXPECTED_TOKEN : Kind.STRAY_SEPARATOR, form.at);
    form.skip(form.noTerm.closer(form.at));
  }

  private void strayBehind() {
    int type = form.in.type(form.at);
    Span span = new Span(form.in.start(form.at), form.in.end(form.at));
    boolean list = form.frames.kind() == LBRACKET && type == BAR;
    Repair repair = type == SEMICOLON ? new Repair(span, ",") : null;
    if (type != ARROW || form.frames.isFirstArrow()) {
      form.diagnostics.add(Kind.STRAY_SEPARATOR, span, null, repair, form.word(form.at));
    }
    if (list || !form.frames.takes(COMMA)) {
      form.frames.reported();
      form.skip(form.noTerm.closer(form.at));
      return;
    }
    form.separator(COMMA, form.in.start(form.at), form.in.end(form.at));
    form.at++;
  }

  private void point() {
    int next = form.at + 1;
    boolean separates =
        form.in.start(form.at) < form.in.end(form.at)
            && next < form.in.count()
            && form.in.start(next) > form.in.end(form.at);
    if (separates && TokenKinds.startsTerm(form.in.type(next)) && form.frames.takes(COMMA)) {
      Span span = new Span(form.in.start(form.at), form.in.end(form.at));
      form.diagnostics.add(Kind.MISSING_COMMA, span, null, new Repair(span, ","));
      form.separator(COMMA, form.in.start(form.at), form.in.end(form.at));
      form.at++;
    } else if (form.frames.kind() == 0 && next == form.in.count()) {
      form.at++;
    } else if (form.frames.kind() == 0 && form.in.type(next) == DOT) {
      Span span = new Span(form.in.start(form.at), form.in.end(form.at));
      form.diagnostics.add(
          Kind.UNEXPECTED_TOKEN, span, null, new Repair(span, ""), form.word(form.at));
      form.at++;
    } else {
      form.reportOnce(Kind.UNEXPECTED_TOKEN, form.at);
      form.discard(form.stop());
    }
  }

  private void operator(int type) {
    boolean sign = type == PLUS || type == MINUS;
    boolean glued =
        form.at + 1 < form.in.count() && form.in.start(form.at + 1) == form.in.end(form.at);
    if (sign
        && glued
        && form.in.start(form.at) > form.in.end(form.at - 1)
        && form.noTerm.behindNumber(form.at + 1) > 0) {
      separate(true);
      return;
    }
    boolean assigns = type == COLON || type == ASSIGN || form.noTerm.is(form.at, "=");
    if (assigns && form.frames.expectsArrow()) {
      Span span = new Span(form.in.start(form.at), form.in.end(form.at));
      form.diagnostics.add(Kind.OPERATOR, span, null, new Repair(span, "=>"), form.word(form.at));
      form.separator(ARROW, form.in.start(form.at), form.in.end(form.at));
      form.at++;
      return;
    }
    boolean call =
        type == COLON && form.in.type(form.at - 1) == ATOM && form.in.type(form.at + 1) == ATOM;
    if (call) {
      notATerm("call");
    } else {
      form.reportOnce(Kind.OPERATOR, form.at);
      form.discard(form.stop());
    }
  }

  private void call() {
    boolean call =
        form.in.type(form.at - 1) == ATOM && form.in.start(form.at) == form.in.end(form.at - 1);
    if (call) {
      notATerm("call");
    } else {
      separate(true);
    }
  }

  private void notATerm(String what) {
    int start = form.out.start(form.frames.elementStart());
    int end = form.stop();
    form.diagnostics.add(Kind.NOT_A_TERM, start, form.in.end(end - 1), what);
    form.discard(end);
  }

  private void noTermBehind() {
    NonTermRecovery.Found found = form.noTerm.at(form.at);
    form.reportNoTerm(found);
    form.discard(Math.max(found.behind(), form.stop()));
  }

  /** Inserts the separator between two elements in a row. */
  private void separate(boolean report) {
    int end = form.in.end(form.at - 1);
    if (form.frames.kind() == 0) {
      form.abandoned = true;
      form.report(Kind.UNEXPECTED_TOKEN, form.at);
      form.skip(form.noTerm.closer(form.at));
      return;
    }
    if (form.frames.kind() == LPAREN || form.frames.isTail()) {
      form.reportOnce(Kind.UNEXPECTED_TOKEN, form.at);
      form.skip(form.noTerm.closer(form.at));
      return;
    }
    boolean arrow = form.frames.expectsArrow();
    if (report && !form.frames.sameLineComma(form.text, form.in, form.at)) {
      boolean more =
          TokenKinds.endsTerm(form.in.type(form.at))
              && TokenKinds.startsTerm(form.in.type(form.at + 1));
      if (arrow) {
        boolean last = form.in.type(form.at + 1) == COMMA || form.in.type(form.at + 1) == RBRACE;
        form.missingArrow(last ? new Repair(Span.at(end), " =>") : null);
      } else {
        Repair repair = more ? null : new Repair(Span.at(end), ",", isCommaCertain());
        form.diagnostics.add(Kind.MISSING_COMMA, Span.at(end), null, repair);
      }
    }
    form.separator(arrow ? ARROW : COMMA, end, end);
    form.frames.commaCameIn(form.at);
  }

  /**
   * Returns whether nothing else can be meant than two elements: a word too many has other
   * neighbours.
   */
  private boolean isCommaCertain() {
    int before = form.at - 1;
    boolean words =
        RecoverySearch.isLeaf(form.in.type(before)) && RecoverySearch.isLeaf(form.in.type(form.at));
    boolean pair =
        form.frames.kind() == LBRACE
            && !form.frames.hasSeparator()
            && TokenKinds.isCloser(form.in.type(form.at + 1));
    return pair
        || !words
        || CharClasses.hasLineEnd(form.text, form.in.end(before), form.in.start(form.at));
  }
}
