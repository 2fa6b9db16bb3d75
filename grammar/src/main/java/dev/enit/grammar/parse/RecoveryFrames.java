package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import java.util.ArrayList;
import java.util.List;

/** The stack of brackets that {@link ErrorRecovery} is in, with what each has seen and expects. */
final class RecoveryFrames {
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
