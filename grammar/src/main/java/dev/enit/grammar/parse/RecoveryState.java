package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import org.jspecify.annotations.Nullable;

/**
 * The state of error recovery in a form: the tokens that came in, those that go out, and the steps
 * that {@link ElementRecovery} and {@link UnexpectedTokenRecovery} put together.
 */
final class RecoveryState {
  final String text;
  final TokenBuffer in;
  final SyntaxErrorCollector diagnostics;
  final TokenBuffer out;
  final NonTermRecovery noTerm;
  final RecoveryFrames frames = new RecoveryFrames();
  private final int start;

  /** Index of the token that comes next. */
  int at;

  /** Whether the form is no term from some place on. */
  boolean abandoned;

  RecoveryState(String text, int start, TokenBuffer in, SyntaxErrorCollector diagnostics) {
    this.text = text;
    this.start = start;
    this.in = in;
    this.diagnostics = diagnostics;
    out = new TokenBuffer(in.count() + 8);
    noTerm = new NonTermRecovery(text, in);
  }

  /** Takes an element as it is. */
  void copy(int behind) {
    while (at < behind) {
      out.add(in, at++);
    }
    frames.elementDone();
  }

  /** Puts the place of a missing term before a token: the gap between it and the one before. */
  void missing(int before) {
    int from = before > 0 ? in.end(before - 1) : start;
    int to = before < in.count() ? in.start(before) : from;
    out.add(MISSING, Math.min(from, to), to);
    frames.elementDone();
  }

  void missingValue() {
    separator(ARROW, in.start(at), in.start(at));
    out.add(MISSING, in.start(at), in.start(at));
    frames.elementDone();
  }

  void separator(int type, int start, int end) {
    out.add(type, start, end);
    frames.separator(type == BAR, out.count());
  }

  void close() {
    out.add(in, at++);
    frames.pop();
    frames.elementDone();
  }

  /** Returns where reading goes on after a broken element. */
  int stop() {
    boolean goesOn = frames.takes(COMMA) || frames.kind() == HASH;
    return goesOn ? noTerm.separator(at, frames.isMapKey()) : noTerm.closer(at);
  }

  /** Replaces the element so far, and all up to an index, by the place of a missing one. */
  void discard(int behind) {
    int start = out.start(frames.elementStart());
    out.cut(frames.elementStart());
    out.add(MISSING, start, Math.max(start, in.end(behind - 1)));
    frames.reported();
    at = behind;
  }

  /** Leaves out all up to an index; the elements before stay. */
  void skip(int behind) {
    frames.reported();
    at = behind;
  }

  void reportOnce(Kind kind, int token) {
    if (!frames.isReported()) {
      report(kind, token);
    }
    frames.reported();
  }

  /** Reports that a key of a map has no {@code =>} after it, once for an element. */
  void missingArrow(@Nullable Repair repair) {
    if (!frames.isReported()) {
      Span behind = Span.at(in.end(at - 1));
      diagnostics.add(Kind.UNEXPECTED_TOKEN, behind, null, repair, word(at), "=>");
    }
    frames.reported();
  }

  /** Reports a token; one without text is a bracket that came in, and is reported already. */
  void report(Kind kind, int token) {
    if (in.start(token) < in.end(token)) {
      diagnostics.add(kind, in.start(token), in.end(token), word(token));
    }
  }

  String word(int token) {
    return text.substring(in.start(token), in.end(token));
  }

  void reportNoTerm(NonTermRecovery.Found found) {
    String argument = found.argument().isEmpty() ? word(at) : found.argument();
    Span span = new Span(in.start(at), in.end(found.marked() - 1));
    diagnostics.add(found.kind(), span, null, noTerm.repair(found, at), argument);
    frames.reported();
  }
}
