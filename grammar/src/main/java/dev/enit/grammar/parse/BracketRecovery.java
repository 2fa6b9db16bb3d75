package dev.enit.grammar.parse;

import dev.enit.grammar.parse.BracketPlan.Action;
import dev.enit.grammar.parse.BracketPlan.Edit;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Error recovery for brackets: makes those of a form match and reports the wrong ones. */
final class BracketRecovery {
  private final String text;
  private final TokenBuffer in;
  private final SyntaxErrorCollector diagnostics;
  private final TokenBuffer out;
  private final boolean silentAtEnd;
  private boolean endsUnclosed;

  /**
   * Prepares to look at the brackets of a form.
   *
   * @param silentAtEnd whether what is open at the end has its diagnostic: a string without end
   */
  BracketRecovery(
      String text, TokenBuffer in, SyntaxErrorCollector diagnostics, boolean silentAtEnd) {
    this.text = text;
    this.silentAtEnd = silentAtEnd;
    this.in = in;
    this.diagnostics = diagnostics;
    out = new TokenBuffer(in.count() + 8);
  }

  /**
   * Returns whether something is still open where the form ends: the rest of it is yet to be
   * written.
   */
  boolean endsUnclosed() {
    return endsUnclosed;
  }

  /**
   * Returns the tokens with brackets that match.
   *
   * @param dotted whether the form has its dot
   */
  TokenBuffer balance(boolean dotted) {
    BracketProbe probe = new BracketProbe(new int[0], 0);
    for (int i = 0; i < in.count(); i++) {
      probe.visit(in.type(i));
    }
    if (probe.cost() == 0) {
      return in;
    }
    TokenLayout layout = new TokenLayout(text, in);
    BracketPlan hinted = new BracketPlanner(text, in, layout, true).plan();
    BracketPlan plain = new BracketPlanner(text, in, layout, false).plan();
    apply(hinted.cost() <= plain.cost() ? hinted : plain, dotted);
    return out;
  }

  private void apply(BracketPlan plan, boolean dotted) {
    List<Edit> edits = plan.inOrder();
    int next = 0;
    for (int i = 0; i <= in.count(); i++) {
      boolean dropped = false;
      int first = next;
      while (next < edits.size() && edits.get(next).index() == i) {
        Edit edit = edits.get(next++);
        dropped |= edit.action() == Action.DROP || edit.action() == Action.REPLACE;
        insert(edit);
      }
      if (next > first) {
        report(edits.subList(first, next), edits.size() == next - first, dotted);
      }
      if (i < in.count() && !dropped) {
        out.add(in, i);
      }
    }
  }

  private void insert(Edit edit) {
    switch (edit.action()) {
      case CLOSE, OPEN -> out.add(edit.type(), place(edit), place(edit));
      case REPLACE -> out.add(edit.type(), in.start(edit.index()), in.end(edit.index()));
      case DROP -> {}
    }
  }

  /**
   * Returns the offset of an edit: a closer goes right after the token before it, an opener right
   * before its token.
   */
  private int place(Edit edit) {
    boolean before = edit.action() == Action.CLOSE || edit.index() == in.count();
    return before ? in.end(edit.index() - 1) : in.start(edit.index());
  }

  private void report(List<Edit> here, boolean only, boolean dotted) {
    Edit first = here.getFirst();
    switch (first.action()) {
      case CLOSE -> reportClosers(here, only, dotted);
      case OPEN -> reportOpener(first, only);
      case DROP, REPLACE -> reportCloser(first, only);
    }
  }

  private void reportCloser(Edit edit, boolean only) {
    int at = edit.index();
    Span span = new Span(in.start(at), in.end(at));
    boolean replaced = edit.action() == Action.REPLACE;
    String closer = text.substring(span.start(), span.end());
    String meant = replaced ? TokenKinds.text(edit.type()) : "";
    boolean certain = only && (replaced || in.count() > 2);
    Repair repair = certain ? new Repair(span, meant) : null;
    String opener =
        TokenKinds.isCloser(in.type(at)) ? TokenKinds.text(TokenKinds.partner(in.type(at))) : "<";
    String[] arguments =
        replaced ? new String[] {closer, opener, meant} : new String[] {closer, opener};
    diagnostics.add(Kind.UNEXPECTED_BRACKET, span, span(edit.partner()), repair, arguments);
  }

  private void reportClosers(List<Edit> here, boolean only, boolean dotted) {
    StringBuilder closers = new StringBuilder();
    here.stream()
        .filter(edit -> edit.action() == Action.CLOSE)
        .forEach(edit -> closers.append(TokenKinds.text(edit.type())));
    Edit first = here.getFirst();
    int place = place(first);
    boolean atEnd = first.index() == in.count();
    endsUnclosed |= atEnd;
    String inserted = atEnd && !dotted ? closers + "." : closers.toString();
    Repair repair = only && isComplete(first) ? new Repair(Span.at(place), inserted) : null;
    if (atEnd && silentAtEnd) {
      return;
    }
    String opener = TokenKinds.text(TokenKinds.partner(first.type()));
    diagnostics.add(
        Kind.MISSING_BRACKET,
        Span.at(place),
        span(first.partner()),
        repair,
        closers.toString(),
        opener);
  }

  /** Returns whether nothing but the closer is missing before it. */
  private boolean isComplete(Edit edit) {
    int before = in.type(edit.index() - 1);
    return TokenKinds.endsTerm(before) || TokenKinds.isOpener(before);
  }

  private void reportOpener(Edit edit, boolean only) {
    int place = place(edit);
    String opener = TokenKinds.text(edit.type());
    Repair repair = only ? new Repair(Span.at(place), opener) : null;
    int before = edit.index() - 1;
    boolean lineEnd =
        before >= 0
            && edit.type() == ErlangTermsParser.LBRACKET
            && CharClasses.hasLineEnd(text, in.end(before), place);
    diagnostics.add(
        Kind.MISSING_BRACKET,
        Span.at(lineEnd ? in.end(before) : place),
        span(edit.partner()),
        repair,
        opener,
        TokenKinds.text(TokenKinds.partner(edit.type())));
  }

  private @Nullable Span span(int token) {
    return token < 0 ? null : new Span(in.start(token), in.end(token));
  }

  /** A counter of the brackets of a sequence that do not match. */
  static final class BracketProbe {
    private static final int FAR = 3;

    private int[] stack;
    private int size;
    private int cost;

    BracketProbe(int[] open, int size) {
      stack = Arrays.copyOf(open, Math.max(16, size * 2));
      this.size = size;
    }

    void visit(int type) {
      if (TokenKinds.isOpener(type)) {
        if (size == stack.length) {
          stack = Arrays.copyOf(stack, size * 2);
        }
        stack[size++] = type;
      } else if (TokenKinds.isCloser(type)) {
        close(TokenKinds.partner(type));
      }
    }

    private void close(int opener) {
      for (int i = size - 1; i >= 0 && i >= size - 1 - FAR; i--) {
        if (stack[i] == opener) {
          cost += size - 1 - i;
          size = i;
          return;
        }
      }
      cost++;
    }

    /** Returns the number of brackets that do not match, those still open included. */
    int cost() {
      return cost + size;
    }
  }
}
