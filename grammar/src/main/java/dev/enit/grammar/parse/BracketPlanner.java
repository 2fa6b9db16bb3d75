package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.parse.BracketPlan.Action;
import dev.enit.grammar.parse.BracketRecovery.BracketProbe;
import dev.enit.grammar.parse.MissingOpener.OpenBracket;
import java.util.ArrayList;
import java.util.List;

/**
 * The planner of bracket repairs: walks over the brackets of a form that do not match and decides
 * which one the author forgot. The kinds of the brackets say that something is wrong, the layout
 * says where: what is in the column of a bracket's line is no longer inside of it, and a closer
 * that begins a line is in the column of the line of its opener.
 */
final class BracketPlanner {
  /** The number of times that the rest of a form may be walked to compare two repairs. */
  private static final int MOST_PROBES = 4;

  /** The number of open brackets that the search for the opener of a closer may pass. */
  private static final int FAR = 4;

  /** The number of open brackets in which the opener of any closer is looked for. */
  private static final int FARTHEST = 32;

  private final String text;
  private final TokenBuffer tokens;
  private final TokenLayout layout;
  private final boolean hints;
  private final MissingOpener missingOpener;
  private final BracketPlan plan = new BracketPlan();
  private final List<OpenBracket> open = new ArrayList<>();
  private final OpenBracket outside = new OpenBracket(-1, 0);
  private int probes;

  BracketPlanner(String text, TokenBuffer tokens, TokenLayout layout, boolean hints) {
    this.text = text;
    this.tokens = tokens;
    this.layout = layout;
    this.hints = hints;
    missingOpener = new MissingOpener(tokens, layout);
  }

  BracketPlan plan() {
    int end = tokens.count();
    if (end > 0 && tokens.type(end - 1) == DOT) {
      end--;
    }
    for (int at = 0; at < end; at++) {
      visit(at);
    }
    while (!open.isEmpty()) {
      closeTop(end);
    }
    return plan;
  }

  private OpenBracket top() {
    return open.isEmpty() ? outside : open.getLast();
  }

  private void visit(int at) {
    int type = tokens.type(at);
    boolean closer = TokenKinds.isCloser(type);
    if (hints && layout.isFirst(at) && !open.isEmpty()) {
      if (closer) {
        closeUpToAligned(at, type);
      } else {
        closeLeftBehind(at);
      }
    }
    if (closer) {
      close(at, type);
      return;
    }
    if (type == OPERATOR && top().type() == LBINARY && tokens.end(at) == tokens.start(at) + 1) {
      halfCloser(at);
      return;
    }
    if (at == 0 || startsElement(at)) {
      top().addChild(at);
    }
    if (TokenKinds.isOpener(type)) {
      open.add(new OpenBracket(at, type));
    }
  }

  /** Handles a single angle bracket where two were meant. */
  private void halfCloser(int at) {
    if (text.charAt(tokens.start(at)) == '>') {
      plan.replace(at, RBINARY, open.removeLast().opener());
    }
  }

  private boolean startsElement(int at) {
    int before = tokens.type(at - 1);
    boolean separator = tokens.type(at) == COMMA || tokens.type(at) == ARROW;
    boolean afterHash = before == HASH && tokens.type(at) == LBRACE;
    return !separator && !afterHash && (layout.isFirst(at) || !TokenKinds.endsTerm(before));
  }

  /** Closes the innermost bracket before a token; a comma just before it stays outside. */
  private void closeTop(int before) {
    OpenBracket top = open.removeLast();
    int last = before - 1;
    boolean comma = last > top.opener() && tokens.type(last) == COMMA && before < tokens.count();
    boolean dot = before < tokens.count() && tokens.type(before) == DOT;
    plan.close(comma && !dot ? last : before, TokenKinds.partner(top.type()), top.opener());
  }

  /**
   * Closes brackets that a line is not inside of: it begins at or left of the line of the opener.
   */
  private void closeLeftBehind(int at) {
    while (open.size() > 1) {
      OpenBracket top = top();
      int opener = top.opener();
      int column = layout.column(at);
      boolean block = layout.isLast(opener);
      if (layout.line(opener) == layout.line(at) || top.isFlat()) {
        return;
      }
      boolean left = column <= layout.indent(opener);
      boolean sibling = column == layout.column(opener) && !block;
      if ((!left && !sibling) || isValueOfKey(top, at)) {
        return;
      }
      if (left && block && layout.line(at) == layout.line(opener + 1)) {
        top.setFlat();
        return;
      }
      closeTop(at);
    }
  }

  /** Returns whether a line holds the value of a pair whose key is on the line above. */
  private boolean isValueOfKey(OpenBracket top, int at) {
    return tokens.type(at - 1) == COMMA && top.childCount() == 1;
  }

  private void closeUpToAligned(int at, int type) {
    int opener = TokenKinds.partner(type);
    for (int i = open.size() - 1; i >= 0 && i >= open.size() - FAR; i--) {
      OpenBracket bracket = open.get(i);
      if (bracket.type() == opener && isAligned(bracket.opener(), at)) {
        while (open.size() > i + 1) {
          closeTop(at);
        }
        return;
      }
    }
  }

  private boolean isAligned(int opener, int closer) {
    int column = layout.column(closer);
    return layout.indent(opener) == column || layout.column(opener) == column;
  }

  private void close(int at, int type) {
    if (top().type() == TokenKinds.partner(type)) {
      if (hints && (closesTooMuch(at) || missingOpener.isMap(top(), type))) {
        openMissing(at, type);
      } else {
        open.removeLast();
      }
      return;
    }
    int distance = distance(type);
    switch (wayOut(at, distance)) {
      case CLOSE -> {
        for (int i = 0; i < distance; i++) {
          closeTop(at);
        }
        open.removeLast();
      }
      case REPLACE -> {
        OpenBracket top = open.removeLast();
        plan.replace(at, TokenKinds.partner(top.type()), top.opener());
      }
      default -> openMissing(at, type);
    }
  }

  /**
   * Returns whether a closer in the middle of a line would close a bracket that has its children on
   * separate lines, this one among them, and another child follows.
   */
  private boolean closesTooMuch(int at) {
    int opener = top().opener();
    int next = at + 2;
    return !layout.isFirst(at)
        && layout.isLast(opener)
        && layout.indent(at) > layout.indent(opener)
        && next < tokens.count()
        && tokens.type(at + 1) == COMMA
        && layout.isFirst(next)
        && layout.column(next) == layout.indent(at);
  }

  private void openMissing(int at, int type) {
    int place = missingOpener.place(at, top());
    if (place >= 0) {
      plan.open(place, TokenKinds.partner(type), at);
      top().join(place);
    } else {
      plan.drop(at, type);
    }
  }

  /**
   * Returns how many brackets are open inside of the one that a closer would close; -1 without one.
   */
  private int distance(int closer) {
    int opener = TokenKinds.partner(closer);
    for (int i = open.size() - 1; i >= 0 && i >= open.size() - FARTHEST; i--) {
      if (open.get(i).type() == opener) {
        return open.size() - 1 - i;
      }
    }
    return -1;
  }

  /**
   * Returns the action for a closer that does not fit: the one with the fewest mismatches later.
   */
  private Action wayOut(int at, int distance) {
    if (open.isEmpty()) {
      return Action.OPEN;
    }
    if (probes++ >= MOST_PROBES) {
      return distance > 0 && distance <= 2 ? Action.CLOSE : Action.OPEN;
    }
    int[] stack = open.stream().mapToInt(OpenBracket::type).toArray();
    int ignoring = 1 + probe(at + 1, stack, stack.length);
    int replacing = 1 + probe(at + 1, stack, stack.length - 1);
    int closing =
        distance < 0
            ? Integer.MAX_VALUE
            : distance + probe(at + 1, stack, stack.length - distance - 1);
    if (replacing < Math.min(ignoring, closing)) {
      return Action.REPLACE;
    }
    return closing <= ignoring ? Action.CLOSE : Action.OPEN;
  }

  /**
   * Returns what the rest of the form costs if every closer takes the nearest opener of its kind.
   */
  private int probe(int from, int[] stack, int size) {
    BracketProbe probe = new BracketProbe(stack, size);
    for (int at = from; at < tokens.count(); at++) {
      probe.visit(tokens.type(at));
    }
    return probe.cost();
  }
}
