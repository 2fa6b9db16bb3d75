package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.parse.TokenEdit.Action;

/** A view of the tokens of a form with one edit applied, for the automaton and for the parser. */
final class EditedTokens {
  private final TokenBuffer tokens;
  private final TokenLayout layout;
  private final BracketStacks stacks;
  private final TokenEdit edit;
  private final boolean endsLine;

  EditedTokens(TokenBuffer tokens, TokenLayout layout, BracketStacks stacks, TokenEdit edit) {
    this(tokens, layout, stacks, edit, false);
  }

  /**
   * Puts an opener that comes in where a reader would.
   *
   * @param endsLine whether at the end of the line above
   */
  EditedTokens(
      TokenBuffer tokens,
      TokenLayout layout,
      BracketStacks stacks,
      TokenEdit edit,
      boolean endsLine) {
    this.endsLine = endsLine;
    this.tokens = tokens;
    this.layout = layout;
    this.stacks = stacks;
    this.edit = edit;
  }

  /**
   * Returns whether an automaton that has read all tokens before an index accepts the rest.
   *
   * @param most how unusual the whole may be
   */
  boolean feed(TermMachine machine, int from, int most) {
    int line = -1;
    int shift = 0;
    boolean first = false;
    for (int at = from; at <= tokens.count(); at++) {
      int read = at;
      if (at == edit.at()) {
        boolean before = edit.action() == Action.INSERT && isBehind(edit.type());
        line = at < tokens.count() && !before ? layout.line(at) : layout.line(Math.max(0, at - 1));
        shift = shift();
        switch (edit.action()) {
          case INSERT -> {
            if (!insert(machine)) {
              return false;
            }
            first = !before && at < tokens.count() && layout.isFirst(at);
          }
          case REPLACE -> {
            if (!step(machine, edit.type(), at, layout.isFirst(at), 0)) {
              return false;
            }
            continue;
          }
          case DELETE -> {
            if (layout.isFirst(at) && at + 1 < tokens.count() && layout.line(at + 1) == line) {
              at++;
              if (!machine.step(type(at), true, line, layout.column(at - 1), layout.indent(at))) {
                return false;
              }
            }
            continue;
          }
          case SWAP -> {
            boolean accepted =
                step(machine, type(at + 1), at, layout.isFirst(at), 0)
                    && step(machine, swapped(at), at + 1, layout.isFirst(at + 1), 0);
            if (!accepted) {
              return false;
            }
            at++;
            continue;
          }
        }
      }
      if (at < tokens.count()) {
        boolean isFirst = layout.isFirst(at) && !(first && at == edit.at());
        int moved = layout.line(at) == line && at >= edit.at() ? shift : 0;
        if (!step(machine, type(read), at, isFirst, moved) || machine.penalty() > most) {
          return false;
        }
      }
    }
    return true;
  }

  private int type(int at) {
    return tokens.type(at);
  }

  /** Returns the type of a swapped token; a dot that had text right after it is a dot now. */
  private int swapped(int at) {
    return type(at) == POINT && at + 2 == tokens.count() ? DOT : type(at);
  }

  private boolean step(TermMachine machine, int type, int at, boolean first, int shift) {
    return machine.step(type, first, layout.line(at), layout.column(at) + shift, layout.indent(at));
  }

  private int shift() {
    return switch (edit.action()) {
      case INSERT -> edit.type() == LBINARY || edit.type() == RBINARY ? 2 : 1;
      case DELETE -> tokens.start(edit.at()) - tokens.end(edit.at());
      default -> 0;
    };
  }

  /** Returns whether what comes in is right after the token before it. */
  private boolean isBehind(int type) {
    return endsLine || TokenKinds.isCloser(type) || type == COMMA || type == MISSING;
  }

  private boolean insert(TermMachine machine) {
    int at = edit.at();
    if (!isBehind(edit.type()) && at < tokens.count()) {
      return step(machine, edit.type(), at, layout.isFirst(at), 0);
    }
    if (at == 0) {
      return machine.step(edit.type(), false, layout.line(0), layout.column(0), layout.indent(0));
    }
    int node = at <= stacks.forwardEnd() ? stacks.opened(at) : 0;
    for (int i = 0; i < edit.count(); i++) {
      int type =
          TokenKinds.isCloser(edit.type()) ? TokenKinds.partner(stacks.kind(node)) : edit.type();
      if (!step(machine, type, at - 1, false, tokens.end(at - 1) - tokens.start(at - 1) + i)) {
        return false;
      }
      node = stacks.parent(node);
    }
    return true;
  }

  /** Returns the tokens for the parser; what comes in has no width. */
  TokenBuffer tokens() {
    TokenBuffer out = new TokenBuffer(tokens.count() + 8);
    for (int at = 0; at <= tokens.count(); at++) {
      if (at == edit.at()) {
        switch (edit.action()) {
          case INSERT -> inserted(out);
          case DELETE -> {
            continue;
          }
          case REPLACE -> {
            out.add(edit.type(), tokens.start(at), tokens.end(at));
            continue;
          }
          case SWAP -> {
            swapped(out);
            at++;
            continue;
          }
        }
      }
      if (at < tokens.count()) {
        out.add(tokens, at);
      }
    }
    return out;
  }

  private void inserted(TokenBuffer out) {
    int at = edit.at();
    int before = at > 0 ? tokens.end(at - 1) : tokens.start(0);
    int next = at < tokens.count() ? tokens.start(at) : before;
    if (edit.type() == MISSING) {
      out.add(MISSING, before, Math.max(before, next));
      return;
    }
    if (!isBehind(edit.type())) {
      out.add(edit.type(), next, next);
      return;
    }
    int node = at <= stacks.forwardEnd() ? stacks.opened(at) : 0;
    for (int i = 0; i < edit.count(); i++) {
      int type =
          TokenKinds.isCloser(edit.type()) ? TokenKinds.partner(stacks.kind(node)) : edit.type();
      out.add(type, before, before);
      node = stacks.parent(node);
    }
  }

  /** Spans stay in the order of the text: what has no text moves around what has. */
  private void swapped(TokenBuffer out) {
    int one = edit.at();
    int two = one + 1;
    if (RecoverySearch.isLeaf(type(one))) {
      out.add(type(two), tokens.start(one), tokens.start(one));
      out.add(tokens, one);
    } else if (RecoverySearch.isLeaf(type(two))) {
      out.add(tokens, two);
      out.add(swapped(one), tokens.end(two), tokens.end(two));
    } else {
      out.add(type(two), tokens.start(one), tokens.end(one));
      out.add(swapped(one), tokens.start(two), tokens.end(two));
    }
  }
}
