package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;

/**
 * Makes of tokens whose brackets match a form that the grammar accepts, and says what was wrong:
 * separators that are missing come in, those with nothing to separate go, and what is no term
 * becomes the place of a missing one. One pass, no recursion; an element is reported once.
 */
final class Mender {
  private final String text;
  private final int start;
  private final TokenBuffer in;
  private final Findings findings;
  private final TokenBuffer out;
  private final NoTerm noTerm;
  private final SegmentShape segments;
  private final MendFrames frames = new MendFrames();
  private int at;
  private boolean abandoned;

  Mender(String text, int start, TokenBuffer in, Findings findings) {
    this.text = text;
    this.start = start;
    this.in = in;
    this.findings = findings;
    out = new TokenBuffer(in.count() + 8);
    noTerm = new NoTerm(text, in);
    segments = new SegmentShape(in);
  }

  /** The mended tokens, without the dot. */
  TokenBuffer mend() {
    frames.push(0, 0);
    while (at < in.count() && in.type(at) != DOT) {
      if (frames.expects()) {
        element(in.type(at));
      } else {
        behindElement(in.type(at));
      }
    }
    if (frames.expects()) {
      nothingAtTop();
    }
    return out;
  }

  /** Whether the form is no term from some place on, so that nobody misses its dot. */
  boolean isAbandoned() {
    return abandoned || frames.isReported();
  }

  private void nothingAtTop() {
    if (findings.isEmpty()) {
      int end = Math.min(at, in.count() - 1);
      report(Kind.UNEXPECTED_TOKEN, end);
    }
    missing(at);
  }

  // What stands where an element is expected.

  private void element(int type) {
    switch (type) {
      case ATOM, INTEGER, FLOAT, CHARACTER, STRING, SIGIL, MISSING -> leaf();
      case LBRACE, LBRACKET, LBINARY, LPAREN -> {
        out.add(in, at++);
        frames.push(type, out.count());
      }
      case RBRACE, RBRACKET, RBINARY, RPAREN -> closeExpecting();
      case HASH -> hash();
      case FUN -> fun();
      case PLUS, MINUS -> sign();
      case COMMA, SEMICOLON, BAR, ARROW -> strayBefore(type);
      case ASSIGN, COLON, SLASH, OPERATOR -> reportOnce(Kind.OPERATOR, at++);
      case POINT -> reportOnce(Kind.UNEXPECTED_TOKEN, at++);
      default -> noTerm();
    }
  }

  private void leaf() {
    int first = at;
    out.add(in, at++);
    while (in.type(first) == STRING && in.type(at) == STRING) {
      out.add(in, at++);
    }
    frames.elementDone();
  }

  private void hash() {
    if (in.type(at + 1) != LBRACE) {
      noTerm();
      return;
    }
    out.add(in, at++);
    out.add(in, at++);
    frames.push(HASH, out.count());
  }

  private void fun() {
    int behind = noTerm.behindFun(at);
    if (behind < 0) {
      noTerm();
    } else {
      copy(behind);
    }
  }

  /** Takes an element as it is. */
  private void copy(int behind) {
    while (at < behind) {
      out.add(in, at++);
    }
    frames.elementDone();
  }

  private void sign() {
    int behind = noTerm.behindNumber(at + 1);
    if (behind < 0) {
      reportOnce(Kind.OPERATOR, at++);
    } else {
      copy(behind);
    }
  }

  private void noTerm() {
    NoTerm.Found found = noTerm.at(at);
    if (!frames.isReported()) {
      reportNoTerm(found);
    }
    if (in.type(at) == BAD && Kinds.startsTerm(in.type(at + 1))) {
      at++;
      return;
    }
    int type = found.atom() ? ATOM : MISSING;
    out.add(type, in.start(at), in.end(found.behind() - 1));
    at = found.behind();
    frames.elementDone();
  }

  private void reportNoTerm(NoTerm.Found found) {
    String argument = found.argument().isEmpty() ? word(at) : found.argument();
    Span span = new Span(in.start(at), in.end(found.marked() - 1));
    findings.add(found.kind(), span, null, noTerm.repair(found, at), argument);
    frames.reported();
  }

  private void strayBefore(int type) {
    boolean first = !frames.hasSeparator();
    boolean comma = type == COMMA || type == SEMICOLON;
    Span span = new Span(in.start(at), in.end(at));
    if (!frames.isReported()) {
      Repair repair = comma && !first ? new Repair(span, "") : null;
      findings.add(Kind.STRAY_SEPARATOR, span, null, repair, word(at));
      frames.reported();
    }
    boolean place = comma ? first || frames.expectsValue() : frames.takes(type);
    if (place && frames.kind() != 0) {
      missing(at);
    } else {
      at++;
    }
  }

  private void closeExpecting() {
    if (frames.kind() == LPAREN || frames.hasSeparator()) {
      int before = at - 1;
      boolean written = in.start(at) < in.end(at);
      if (written && !frames.isReported()) {
        boolean comma = in.type(before) == COMMA;
        Span span = new Span(in.start(before), in.end(before));
        Repair repair = comma ? new Repair(span, "") : null;
        Kind kind = frames.kind() == LPAREN ? Kind.UNEXPECTED_TOKEN : Kind.STRAY_SEPARATOR;
        findings.add(kind, span, null, repair, word(before));
      }
      missing(at);
      if (frames.expectsArrow()) {
        missingValue();
      }
    }
    close();
  }

  private void close() {
    out.add(in, at++);
    frames.pop();
    frames.elementDone();
  }

  /** Puts the place of a missing term before a token: the gap between it and the one before. */
  private void missing(int before) {
    int from = before > 0 ? in.end(before - 1) : start;
    int to = before < in.count() ? in.start(before) : from;
    out.add(MISSING, Math.min(from, to), to);
    frames.elementDone();
  }

  private void missingValue() {
    separator(ARROW, in.start(at), in.start(at));
    out.add(MISSING, in.start(at), in.start(at));
    frames.elementDone();
  }

  private void separator(int type, int start, int end) {
    out.add(type, start, end);
    frames.separator(type == BAR, out.count());
  }

  // What stands behind an element.

  private void behindElement(int type) {
    if (frames.kind() == LBINARY && (type == COLON || type == SLASH)) {
      segment();
    } else if (Kinds.isCloser(type)) {
      closeBehind();
    } else if (frames.takes(type)) {
      separator(type, in.start(at), in.end(at));
      at++;
    } else {
      misfit(type);
    }
  }

  private void closeBehind() {
    if (frames.expectsArrow()) {
      reportOnce(Kind.UNEXPECTED_TOKEN, at);
      missingValue();
    }
    close();
  }

  private void segment() {
    int behind = segments.behind(at);
    if (behind < 0) {
      int first = out.start(frames.elementStart());
      int stop = stop();
      if (!frames.isReported()) {
        int end = in.end(stop - 1);
        findings.add(Kind.BAD_SEGMENT, first, end, text.substring(first, end));
      }
      discard(stop);
      return;
    }
    while (at < behind) {
      out.add(in, at++);
    }
  }

  private void misfit(int type) {
    if (frames.isReported()) {
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

  /** Whether a lonely quote is glued to what stands before it: it has a finding of its own. */
  private boolean isQuoteWithoutEnd() {
    boolean quote = in.type(at) == STRING || in.type(at) == ATOM;
    char c = text.charAt(in.start(at));
    return quote
        && in.closing(at) == 0
        && (c == '"' || c == '\'')
        && in.start(at) == in.end(at - 1);
  }

  /** After a mistake in this element only a separator, or a new line, makes a new start. */
  private void misfitAgain(int type) {
    if (type == COMMA && frames.expectsArrow()) {
      missingValue();
      return;
    }
    boolean newLine = Chars.hasLineEnd(text, in.end(at - 1), in.start(at));
    if (newLine && Kinds.startsTerm(type) && frames.kind() != 0) {
      frames.forgive();
      separate(true);
    } else {
      discard(stop());
    }
  }

  private void misplacedComma() {
    if (frames.expectsArrow()) {
      reportOnce(Kind.UNEXPECTED_TOKEN, at);
      missingValue();
      frames.forgive();
      return;
    }
    reportOnce(frames.kind() == LPAREN ? Kind.UNEXPECTED_TOKEN : Kind.STRAY_SEPARATOR, at);
    skip(noTerm.closer(at));
  }

  private void strayBehind() {
    int type = in.type(at);
    Span span = new Span(in.start(at), in.end(at));
    boolean list = frames.kind() == LBRACKET && type == BAR;
    Repair repair = type == SEMICOLON ? new Repair(span, ",") : null;
    if (type != ARROW || frames.isFirstArrow()) {
      findings.add(Kind.STRAY_SEPARATOR, span, null, repair, word(at));
    }
    if (list || !frames.takes(COMMA)) {
      frames.reported();
      skip(noTerm.closer(at));
      return;
    }
    separator(COMMA, in.start(at), in.end(at));
    at++;
  }

  private void point() {
    int next = at + 1;
    boolean separates =
        in.start(at) < in.end(at) && next < in.count() && in.start(next) > in.end(at);
    if (separates && Kinds.startsTerm(in.type(next)) && frames.takes(COMMA)) {
      Span span = new Span(in.start(at), in.end(at));
      findings.add(Kind.MISSING_COMMA, span, null, new Repair(span, ","));
      separator(COMMA, in.start(at), in.end(at));
      at++;
    } else if (frames.kind() == 0 && next == in.count()) {
      at++;
    } else if (frames.kind() == 0 && in.type(next) == DOT) {
      Span span = new Span(in.start(at), in.end(at));
      findings.add(Kind.UNEXPECTED_TOKEN, span, null, new Repair(span, ""), word(at));
      at++;
    } else {
      reportOnce(Kind.UNEXPECTED_TOKEN, at);
      discard(stop());
    }
  }

  private void operator(int type) {
    boolean sign = type == PLUS || type == MINUS;
    boolean glued = at + 1 < in.count() && in.start(at + 1) == in.end(at);
    if (sign && glued && in.start(at) > in.end(at - 1) && noTerm.behindNumber(at + 1) > 0) {
      separate(true);
      return;
    }
    boolean assigns = type == COLON || type == ASSIGN || noTerm.is(at, "=");
    if (assigns && frames.expectsArrow()) {
      Span span = new Span(in.start(at), in.end(at));
      findings.add(Kind.OPERATOR, span, null, new Repair(span, "=>"), word(at));
      separator(ARROW, in.start(at), in.end(at));
      at++;
      return;
    }
    boolean call = type == COLON && in.type(at - 1) == ATOM && in.type(at + 1) == ATOM;
    if (call) {
      notATerm("call");
    } else {
      reportOnce(Kind.OPERATOR, at);
      discard(stop());
    }
  }

  private void call() {
    boolean call = in.type(at - 1) == ATOM && in.start(at) == in.end(at - 1);
    if (call) {
      notATerm("call");
    } else {
      separate(true);
    }
  }

  private void notATerm(String what) {
    int start = out.start(frames.elementStart());
    int end = stop();
    findings.add(Kind.NOT_A_TERM, start, in.end(end - 1), what);
    discard(end);
  }

  private void noTermBehind() {
    NoTerm.Found found = noTerm.at(at);
    reportNoTerm(found);
    discard(Math.max(found.behind(), stop()));
  }

  /** Where reading goes on behind a broken element. */
  private int stop() {
    boolean goesOn = frames.takes(COMMA) || frames.kind() == HASH;
    return goesOn ? noTerm.separator(at, frames.isMapKey()) : noTerm.closer(at);
  }

  /** Two elements in a row: the separator between them comes in. */
  private void separate(boolean report) {
    int end = in.end(at - 1);
    if (frames.kind() == 0) {
      abandoned = true;
      report(Kind.UNEXPECTED_TOKEN, at);
      skip(noTerm.closer(at));
      return;
    }
    if (frames.kind() == LPAREN || frames.isTail()) {
      reportOnce(Kind.UNEXPECTED_TOKEN, at);
      skip(noTerm.closer(at));
      return;
    }
    boolean arrow = frames.expectsArrow();
    if (report && !frames.sameLineComma(text, in, at)) {
      if (arrow) {
        report(Kind.UNEXPECTED_TOKEN, at);
      } else {
        boolean more = Kinds.endsTerm(in.type(at)) && Kinds.startsTerm(in.type(at + 1));
        Repair repair = more ? null : new Repair(Span.at(end), ",");
        findings.add(Kind.MISSING_COMMA, Span.at(end), null, repair);
      }
    }
    separator(arrow ? ARROW : COMMA, end, end);
    frames.commaCameIn(at);
  }

  /** Replaces the element so far, and all up to an index, by the place of a missing one. */
  private void discard(int behind) {
    int start = out.start(frames.elementStart());
    out.cut(frames.elementStart());
    out.add(MISSING, start, Math.max(start, in.end(behind - 1)));
    frames.reported();
    at = behind;
  }

  /** Leaves out all up to an index; the elements before stay. */
  private void skip(int behind) {
    frames.reported();
    at = behind;
  }

  private void reportOnce(Kind kind, int token) {
    if (!frames.isReported()) {
      report(kind, token);
    }
    frames.reported();
  }

  private void report(Kind kind, int token) {
    findings.add(kind, in.start(token), in.end(token), word(token));
  }

  private String word(int token) {
    return text.substring(in.start(token), in.end(token));
  }
}
