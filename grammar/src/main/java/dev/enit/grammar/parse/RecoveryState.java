package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import java.util.ArrayList;
import java.util.List;
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
  final Frames frames = new Frames();
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

  /**
   * The stack of brackets that {@link ErrorRecovery} is in, with what each has seen and expects.
   */
  static final class Frames {
    private static final class Frame {
      final int kind;
      int elementStart;
      boolean expects = true;
      boolean separated;
      boolean tail;
      boolean value;
      boolean reported;
      boolean arrow;
      int commaAt = -1;

      Frame(int kind, int elementStart) {
        this.kind = kind;
        this.elementStart = elementStart;
      }
    }

    private final List<Frame> frames = new ArrayList<>();
    private Frame top = new Frame(0, 0);

    /** Enters a bracket: its opener's type, {@code HASH} for a map, 0 for the form itself. */
    void push(int kind, int outCount) {
      top = new Frame(kind, outCount);
      frames.add(top);
    }

    void pop() {
      frames.removeLast();
      top = frames.getLast();
    }

    int kind() {
      return top.kind;
    }

    /** Returns whether an element comes next. */
    boolean expects() {
      return top.expects;
    }

    boolean hasSeparator() {
      return top.separated;
    }

    boolean isTail() {
      return top.tail;
    }

    boolean isReported() {
      return top.reported;
    }

    /** Notes that the element has been reported. */
    void reported() {
      top.reported = true;
    }

    void forgive() {
      top.reported = false;
    }

    int elementStart() {
      return top.elementStart;
    }

    void elementDone() {
      top.expects = false;
    }

    /** Returns whether the key of a map's association is being read or has been. */
    boolean isMapKey() {
      return top.kind == HASH && !top.value;
    }

    /** Returns whether a key has been read and its arrow has not. */
    boolean expectsArrow() {
      return isMapKey() && !top.expects;
    }

    /** Returns whether an arrow has been read and its value has not. */
    boolean expectsValue() {
      return top.kind == HASH && top.value && top.expects;
    }

    /** Returns whether a separator may follow an element here. */
    boolean takes(int separator) {
      return switch (top.kind) {
        case LBRACE, LBINARY -> separator == COMMA;
        case LBRACKET -> !top.tail && (separator == COMMA || separator == BAR);
        case HASH -> separator == (top.value ? COMMA : ARROW);
        default -> false;
      };
    }

    void separator(boolean bar, int outCount) {
      top.elementStart = outCount;
      top.expects = true;
      top.separated = true;
      top.tail = bar;
      top.value = top.kind == HASH && !top.value;
      top.reported &= top.value;
      top.commaAt = -1;
    }

    /** Returns whether an arrow is the first stray one of this bracket; from now on it is not. */
    boolean isFirstArrow() {
      boolean first = !top.arrow;
      top.arrow = true;
      return first;
    }

    void commaCameIn(int before) {
      top.commaAt = before;
    }

    /** Returns whether a comma came in on the same line just before: more of one error. */
    boolean sameLineComma(String text, TokenBuffer in, int at) {
      return top.commaAt >= 0 && !CharClasses.hasLineEnd(text, in.start(top.commaAt), in.start(at));
    }
  }
}
