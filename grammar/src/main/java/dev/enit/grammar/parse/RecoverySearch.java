package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.parse.TokenEdit.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for the one token edit that makes a form a term. Of all that do, it takes the one
 * whose result has the most usual layout; it is certain only where every other is clearly less
 * likely.
 */
final class RecoverySearch {
  /**
   * The result of a search.
   *
   * @param tree the edit that the term is read with: after a comma at the end of a bracket it has
   *     the place of an element
   * @param certain whether every other edit is clearly less likely
   * @param dotMissing whether the form lacks its dot besides
   * @param removal an edit that would do as well where the best one asks for a value
   */
  record Found(
      TokenEdit edit,
      TokenEdit tree,
      boolean certain,
      boolean dotMissing,
      @Nullable TokenEdit removal) {}

  /** A bracket and a dot tell nothing of each other. */
  static final int FEWEST_TOKENS = 3;

  /** Longer forms are not searched. */
  private static final int LONGEST = 600_000;

  /** The number of tokens that all candidates together may cost. */
  private static final int EFFORT = 2_000_000;

  private static final int FEWEST_RUNS = 12;
  private static final int MOST_RUNS = 300;

  private static final int EDIT = 100;
  private static final int BRACKET_GONE = 102;
  private static final int TWICE = 87;
  private static final int HASH_MISSING = 101;
  private static final int REPLACED = 105;
  private static final int CLOSER_MORE = 45;
  private static final int LEAF_GONE = 100;
  private static final int BRACKET_VALUE = 115;
  private static final int DOT_MISSING = 100;

  /** The margin by which every other edit has to cost more. */
  private static final int MARGIN = 15;

  private final TokenBuffer tokens;
  private final TokenLayout layout;
  private final BracketStacks stacks;
  private int refused;

  RecoverySearch(TokenBuffer tokens, TokenLayout layout) {
    this.tokens = tokens;
    this.layout = layout;
    stacks = new BracketStacks(tokens);
  }

  BracketStacks stacks() {
    return stacks;
  }

  /** Returns the best edit, null where one is not enough. */
  @Nullable Found find() {
    if (tokens.count() < FEWEST_TOKENS || tokens.count() > LONGEST) {
      return null;
    }
    refused = refused();
    if (refused < 0 || isNoTerm(refused) || isNoTerm(refused - 1)) {
      return null;
    }
    int most = Math.clamp(EFFORT / (tokens.count() + 1), FEWEST_RUNS, MOST_RUNS);
    List<TokenEdit> edits = new EditCandidates(tokens, layout, stacks, refused).likely(most);
    int from = edits.stream().mapToInt(TokenEdit::at).min().orElse(0);
    TermMachine start = new TermMachine();
    for (int at = 0; at < from; at++) {
      start.step(
          tokens.type(at),
          layout.isFirst(at),
          layout.line(at),
          layout.column(at),
          layout.indent(at));
    }
    return best(edits, start, from);
  }

  /**
   * Returns whether a token belongs to something of the language that is no term: words for it
   * exist.
   */
  private boolean isNoTerm(int at) {
    return switch (at < 0 ? EOF : tokens.type(at)) {
      case VARIABLE, BAD_NUMBER, BAD, RESERVED, WORD_OPERATOR, OPERATOR, QUESTION -> true;
      case ASSIGN, COLON, SLASH, FUN, PLUS, MINUS, LPAREN -> true;
      case POINT -> isInsideOfName(at);
      default -> false;
    };
  }

  /** Returns whether a dot is between two words, as in the name of a host. */
  private boolean isInsideOfName(int at) {
    return at > 0
        && isLeaf(tokens.type(at - 1))
        && isLeaf(tokens.type(at + 1))
        && tokens.end(at - 1) == tokens.start(at)
        && tokens.end(at) == tokens.start(at + 1);
  }

  /** Returns the index of the first token that the grammar refuses; -1 without one. */
  private int refused() {
    TermMachine machine = new TermMachine();
    for (int at = 0; at < tokens.count(); at++) {
      if (!machine.step(
          tokens.type(at),
          layout.isFirst(at),
          layout.line(at),
          layout.column(at),
          layout.indent(at))) {
        return at;
      }
    }
    return machine.isEnded() || machine.isComplete() ? -1 : tokens.count();
  }

  private @Nullable Found best(List<TokenEdit> edits, TermMachine start, int from) {
    TokenEdit best = null;
    TokenEdit removal = null;
    int bestCost = Integer.MAX_VALUE;
    int removalCost = Integer.MAX_VALUE;
    int[] costs = new int[edits.size()];
    boolean comma = false;
    int lowest = Integer.MAX_VALUE;
    for (int i = 0; i < costs.length; i++) {
      TokenEdit edit = edits.get(i);
      costs[i] = cost(edit, start, from, lowest);
      lowest = Math.min(lowest, isUnlikely(edit, true) ? lowest : costs[i]);
      comma |=
          costs[i] < Integer.MAX_VALUE && edit.action() == Action.INSERT && edit.type() == COMMA;
    }
    for (int i = 0; i < costs.length; i++) {
      TokenEdit edit = edits.get(i);
      if (costs[i] < bestCost && !isUnlikely(edit, comma)) {
        bestCost = costs[i];
        best = edit;
      }
      if (edit.action() == Action.DELETE && costs[i] < removalCost) {
        removalCost = costs[i];
        removal = edit;
      }
    }
    if (best == null) {
      return null;
    }
    best = best.settled(tokens, layout);
    boolean missingDot = endsWithoutDot(best);
    boolean certain = !best.isHole() && best.count() <= 1 && !missingDot;
    TokenEdit canonical = best.canonical(tokens);
    for (int i = 0; i < costs.length && certain; i++) {
      certain =
          costs[i] == Integer.MAX_VALUE
              || costs[i] >= bestCost + MARGIN
              || edits.get(i).canonical(tokens).equals(canonical);
    }
    TokenEdit hole = TokenEdit.insert(refused, MISSING);
    boolean trailing =
        best.equals(TokenEdit.delete(refused - 1))
            && tokens.type(refused - 1) == COMMA
            && TokenKinds.isCloser(tokens.type(refused))
            && stacks.kind(stacks.opened(refused)) != LBINARY
            && cost(hole, start, from, Integer.MAX_VALUE) < Integer.MAX_VALUE;
    TokenEdit tree = trailing ? hole : certain ? best : kept(best, edits, costs);
    return new Found(best, tree, certain, missingDot, best.isHole() ? removal : null);
  }

  /**
   * Returns the edit that the term is read with where an opener may be too much: with the closer
   * that it lacks, so that what is being written after it keeps its place.
   */
  private TokenEdit kept(TokenEdit best, List<TokenEdit> edits, int[] costs) {
    if (best.action() != Action.DELETE || !TokenKinds.isOpener(tokens.type(best.at()))) {
      return best;
    }
    int closer = TokenKinds.partner(tokens.type(best.at()));
    TokenEdit kept = best;
    int lowest = Integer.MAX_VALUE;
    for (int i = 0; i < costs.length; i++) {
      TokenEdit edit = edits.get(i);
      boolean closes = edit.action() == Action.INSERT && edit.type() == closer && edit.count() == 1;
      if (closes && costs[i] < lowest) {
        lowest = costs[i];
        kept = edit;
      }
    }
    return kept;
  }

  /**
   * Returns whether an edit only makes others uncertain: a word is meant, and no bracket is a
   * comma.
   */
  private boolean isUnlikely(TokenEdit edit, boolean comma) {
    int type = tokens.type(edit.at());
    return switch (edit.action()) {
      case DELETE -> isLeaf(type) && comma;
      case REPLACE ->
          !edit.isHole() && (isLeaf(type) || (TokenKinds.isBracket(type) && edit.type() == COMMA));
      case INSERT, SWAP -> false;
    };
  }

  private boolean endsWithoutDot(TokenEdit edit) {
    int last = tokens.type(tokens.count() - 1);
    boolean swapped = edit.action() == Action.SWAP && edit.at() == tokens.count() - 2;
    return last != DOT && !(swapped && tokens.type(edit.at()) == POINT);
  }

  static boolean isLeaf(int type) {
    return switch (type) {
      case ATOM, INTEGER, FLOAT, CHARACTER, STRING, SIGIL -> true;
      default -> false;
    };
  }

  /**
   * Returns what a form with an edit costs, or the largest integer where it is no term or costs
   * more than matters.
   */
  private int cost(TokenEdit edit, TermMachine start, int from, int lowest) {
    int cost = price(edit);
    if (cost == Integer.MAX_VALUE) {
      return cost;
    }
    int most = lowest == Integer.MAX_VALUE ? lowest : lowest + MARGIN - cost;
    int usual = penalty(new EditedTokens(tokens, layout, stacks, edit), start, from, most);
    boolean line =
        edit.action() == Action.INSERT
            && TokenKinds.isOpener(edit.type())
            && edit.at() > 0
            && layout.isFirst(edit.at());
    if (line) {
      EditedTokens above = new EditedTokens(tokens, layout, stacks, edit, true);
      usual = Math.min(usual, penalty(above, start, from, most));
    }
    return usual == Integer.MAX_VALUE ? usual : cost + usual;
  }

  private static int penalty(EditedTokens edited, TermMachine start, int from, int most) {
    TermMachine machine = new TermMachine(start);
    if (!edited.feed(machine, from, most) || !(machine.isEnded() || machine.isComplete())) {
      return Integer.MAX_VALUE;
    }
    return machine.penalty() + (machine.isEnded() ? 0 : DOT_MISSING);
  }

  private int price(TokenEdit edit) {
    int at = edit.at();
    return switch (edit.action()) {
      case INSERT -> edit.type() == HASH ? HASH_MISSING : EDIT + CLOSER_MORE * (edit.count() - 1);
      case DELETE -> deletion(at);
      case REPLACE ->
          tokens.type(at) == ARROW && edit.type() == COMMA
              ? EDIT
              : edit.isHole() && TokenKinds.isBracket(tokens.type(at)) ? BRACKET_VALUE : REPLACED;
      case SWAP ->
          tokens.type(at) == tokens.type(at + 1)
                  || (isLeaf(tokens.type(at)) && isLeaf(tokens.type(at + 1)))
              ? Integer.MAX_VALUE
              : EDIT;
    };
  }

  private int deletion(int at) {
    int type = tokens.type(at);
    if (isLeaf(type)) {
      return LEAF_GONE + (refused < tokens.count() && layout.isFirst(refused) ? 20 : 0);
    }
    boolean twice =
        (at > 0 && tokens.type(at - 1) == type && tokens.end(at - 1) == tokens.start(at))
            || (tokens.type(at + 1) == type && tokens.end(at) == tokens.start(at + 1));
    if (twice && TokenKinds.isBracket(type)) {
      return TWICE;
    }
    boolean alone =
        TokenKinds.isCloser(type)
            ? layout.isFirst(at)
            : TokenKinds.isOpener(type) && layout.isLast(at) && !layout.isFirst(at);
    return TokenKinds.isBracket(type) ? (alone ? BRACKET_GONE + 20 : BRACKET_GONE) : EDIT;
  }
}
