package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The edits that may repair a form: those of brackets wherever what was opened before and what is
 * closed after fit together with it, and those of any token around the one that the grammar
 * refuses.
 */
final class EditCandidates {
  /** The number of closers that may be missing at one place. */
  private static final int MOST_CLOSERS = 4;

  private final TokenBuffer tokens;
  private final TokenLayout layout;
  private final BracketStacks stacks;
  private final int refused;
  private final Map<TokenEdit, Integer> found = new LinkedHashMap<>();

  EditCandidates(TokenBuffer tokens, TokenLayout layout, BracketStacks stacks, int refused) {
    this.tokens = tokens;
    this.layout = layout;
    this.stacks = stacks;
    this.refused = refused;
  }

  /** Returns at most {@code most} edits, the most likely ones. */
  List<TokenEdit> likely(int most) {
    around();
    int from = Math.max(0, stacks.backwardStart() - 2);
    int to = Math.min(stacks.forwardEnd(), refused);
    for (int at = to; at >= from; at--) {
      brackets(at);
    }
    List<TokenEdit> edits = new ArrayList<>(found.keySet());
    if (edits.size() > most) {
      edits.sort(Comparator.comparingInt(edit -> found.getOrDefault(edit, 0)));
      edits = edits.subList(0, most);
    }
    return edits;
  }

  private void add(TokenEdit edit, int score) {
    found.putIfAbsent(edit, score);
  }

  private void around() {
    int last = tokens.count() - 1;
    if (refused > 0) {
      add(TokenEdit.insert(refused, COMMA), 0);
    }
    add(TokenEdit.insert(refused, MISSING), 0);
    for (int at = Math.min(refused, last); at >= Math.max(0, refused - 2); at--) {
      if (tokens.type(at) == DOT) {
        continue;
      }
      if (at < last) {
        add(TokenEdit.swap(at), 0);
      }
      add(TokenEdit.delete(at), 0);
      if (tokens.type(at) != COMMA) {
        add(TokenEdit.replace(at, COMMA), 0);
      }
      add(TokenEdit.replace(at, MISSING), 0);
      replaceByBracket(at);
    }
    bar();
    if (refused < tokens.count() && tokens.type(refused) == ARROW) {
      int opener = stacks.bracket(stacks.opened(refused));
      if (opener >= 0 && tokens.type(opener) == LBRACE) {
        add(TokenEdit.insert(opener, HASH), 0);
      }
    }
  }

  private void replaceByBracket(int at) {
    if (at > stacks.forwardEnd() || at + 1 < stacks.backwardStart()) {
      return;
    }
    int opened = stacks.opened(at);
    int closed = stacks.closed(at + 1);
    if (!stacks.isEmpty(opened) && stacks.same(stacks.parent(opened), closed)) {
      add(TokenEdit.replace(at, TokenKinds.partner(stacks.kind(opened))), 0);
    }
    if (!stacks.isEmpty(closed) && stacks.same(stacks.parent(closed), opened)) {
      add(TokenEdit.replace(at, stacks.kind(closed)), 0);
    }
  }

  /** Adds the edit of a bar that should be a comma: the grammar refuses only the next comma. */
  private void bar() {
    int level = 0;
    for (int at = refused - 1; at >= 0 && level <= 0; at--) {
      int type = tokens.type(at);
      level += TokenKinds.isOpener(type) ? 1 : TokenKinds.isCloser(type) ? -1 : 0;
      if (level == 0 && type == BAR) {
        add(TokenEdit.replace(at, COMMA), 0);
        return;
      }
    }
  }

  private void brackets(int at) {
    boolean here = at >= stacks.backwardStart();
    int opened = stacks.opened(at);
    if (here) {
      missingCloser(at, opened);
      missingOpener(at, opened);
    }
    int type = tokens.type(at);
    if (!TokenKinds.isBracket(type)) {
      return;
    }
    if (at + 1 >= stacks.backwardStart()) {
      replaceBracket(at, opened, stacks.closed(at + 1));
    }
    if (at + 2 >= stacks.backwardStart() && at + 1 < tokens.count()) {
      swapBrackets(at, opened);
    }
  }

  private void missingCloser(int at, int opened) {
    boolean place =
        at > 0
            && (TokenKinds.endsTerm(tokens.type(at - 1))
                || TokenKinds.isOpener(tokens.type(at - 1)));
    int rest = opened;
    for (int count = 1; place && count <= MOST_CLOSERS && !stacks.isEmpty(rest); count++) {
      int closer = TokenKinds.partner(stacks.kind(rest));
      rest = stacks.parent(rest);
      if (stacks.same(rest, stacks.closed(at))) {
        TokenEdit edit = new TokenEdit(TokenEdit.Action.INSERT, at, closer, count);
        add(edit, closerScore(at, opened) + 20 * (count - 1));
        return;
      }
    }
  }

  private int closerScore(int at, int opened) {
    int next = tokens.type(at) == COMMA ? at + 1 : at;
    int opener = stacks.bracket(opened);
    int score = stacks.kind(opened) == LBRACE && stacks.commasBefore(at) != 1 ? 10 : 0;
    if (next >= tokens.count() || tokens.type(next) == DOT) {
      return score;
    }
    if (!layout.isFirst(next)) {
      return score + (layout.line(next) == layout.line(opener) ? 5 : 15);
    }
    int column = layout.column(next);
    boolean outside = column <= layout.indent(opener) || column == layout.column(opener);
    return score + (outside ? 0 : 30);
  }

  private void missingOpener(int at, int opened) {
    int closed = stacks.closed(at);
    if (stacks.isEmpty(closed) || !stacks.same(stacks.parent(closed), opened)) {
      return;
    }
    boolean place = at == 0 || !TokenKinds.endsTerm(tokens.type(at - 1));
    if (place) {
      int closer = stacks.bracket(closed);
      int score = stacks.kind(closed) == LBRACE && stacks.commasFrom(at) != 1 ? 10 : 0;
      boolean aligned =
          layout.isFirst(at)
              && (layout.line(at) == layout.line(closer)
                  || layout.column(at) == layout.indent(closer));
      add(TokenEdit.insert(at, stacks.kind(closed)), score + (aligned ? 0 : 15));
    }
  }

  private void replaceBracket(int at, int opened, int closed) {
    int type = tokens.type(at);
    if (stacks.same(opened, closed)) {
      boolean twice =
          (at > 0 && tokens.type(at - 1) == type)
              || (at + 1 < tokens.count() && tokens.type(at + 1) == type);
      add(TokenEdit.delete(at), twice ? 0 : 15);
      add(TokenEdit.replace(at, MISSING), 40);
    }
    if (TokenKinds.isCloser(type)
        && !stacks.isEmpty(opened)
        && stacks.kind(opened) != TokenKinds.partner(type)
        && stacks.same(stacks.parent(opened), closed)) {
      add(TokenEdit.replace(at, TokenKinds.partner(stacks.kind(opened))), 5);
    }
    if (TokenKinds.isOpener(type)
        && !stacks.isEmpty(closed)
        && stacks.kind(closed) != type
        && stacks.same(stacks.parent(closed), opened)) {
      add(TokenEdit.replace(at, stacks.kind(closed)), 10);
    }
  }

  private void swapBrackets(int at, int opened) {
    int one = tokens.type(at);
    int two = tokens.type(at + 1);
    if (one == two
        || !TokenKinds.isBracket(two)
        || TokenKinds.isOpener(one) != TokenKinds.isOpener(two)) {
      return;
    }
    int closed = stacks.closed(at + 2);
    boolean openers = TokenKinds.isOpener(one);
    int outer = openers ? closed : opened;
    int inner = openers ? opened : closed;
    int first = openers ? one : TokenKinds.partner(two);
    int second = openers ? two : TokenKinds.partner(one);
    if (stacks.kind(outer) == first
        && stacks.kind(stacks.parent(outer)) == second
        && stacks.same(stacks.parent(stacks.parent(outer)), inner)) {
      add(TokenEdit.swap(at), 0);
    }
  }
}
