package dev.enit.grammar.agreement;

import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.term.LineIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A text with one mutation.
 *
 * @param first line of the mutation in the text, from 0
 * @param last its last line
 */
record Mutant(Kind kind, String text, int first, int last, String what) {
  /** The kinds of mutations. */
  enum Kind {
    /** One token is left out. */
    DELETION("deletion of a token"),
    /** One token is twice. */
    DOUBLING("insertion: a token twice"),
    /** A token of the same text comes in elsewhere. */
    INSERTION("insertion: a token of the text"),
    /** Two neighbours change places. */
    EXCHANGE("exchange of two neighbours"),
    /** One token is replaced by another of the same text. */
    REPLACEMENT("exchange for a token of the text"),
    /** A quotation mark is left out or is twice. */
    QUOTE("quote missing or doubled");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    /**
     * Returns whether one change of a token undoes it: what a token was before it was replaced is
     * lost.
     */
    boolean isReversible() {
      return this != REPLACEMENT && this != QUOTE;
    }
  }

  /** A token with its place in the text. */
  private record Piece(int start, int end, SourceTokens.Kind kind) {}

  /**
   * Returns the mutants of one kind.
   *
   * @param most how many at most; which ones is random, and the same in each run
   */
  static List<Mutant> of(String text, Kind kind, int most, long seed) {
    List<Piece> pieces = new ArrayList<>();
    for (SourceTokens.Token token : SourceTokens.of(text)) {
      if (token.kind() != SourceTokens.Kind.COMMENT) {
        pieces.add(new Piece(token.span().start(), token.span().end(), token.kind()));
      }
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      places.add(i);
    }
    Random random = new Random(seed * 31 + kind.name().hashCode());
    Collections.shuffle(places, random);
    List<Mutant> mutants = new ArrayList<>();
    for (int place : places) {
      if (mutants.size() == most) {
        break;
      }
      Mutant mutant = mutant(text, kind, pieces, place, random);
      if (mutant != null) {
        mutants.add(mutant);
      }
    }
    return mutants;
  }

  private static @Nullable Mutant mutant(
      String text, Kind kind, List<Piece> pieces, int place, Random random) {
    Piece piece = pieces.get(place);
    String token = text.substring(piece.start(), piece.end());
    Piece other = pieces.get(random.nextInt(pieces.size()));
    String foreign = text.substring(other.start(), other.end());
    return switch (kind) {
      case DELETION -> replaced(text, kind, piece.start(), piece.end(), "", token);
      case DOUBLING -> replaced(text, kind, piece.end(), piece.end(), token, "twice " + token);
      case INSERTION ->
          replaced(text, kind, piece.start(), piece.start(), foreign, foreign + " before " + token);
      case EXCHANGE ->
          place + 1 < pieces.size() ? exchanged(text, piece, pieces.get(place + 1)) : null;
      case REPLACEMENT ->
          foreign.equals(token)
              ? null
              : replaced(
                  text, kind, piece.start(), piece.end(), foreign, token + " became " + foreign);
      case QUOTE -> quote(text, piece, random);
    };
  }

  private static @Nullable Mutant quote(String text, Piece piece, Random random) {
    char mark = text.charAt(piece.start());
    if ((mark != '"' && mark != '\'') || piece.end() - piece.start() < 3) {
      return null;
    }
    int at = random.nextBoolean() ? piece.start() : piece.end() - 1;
    boolean missing = random.nextBoolean();
    String what =
        (missing ? "missing " : "doubled ")
            + mark
            + " of "
            + text.substring(piece.start(), piece.end());
    return replaced(text, Kind.QUOTE, at, at + 1, missing ? "" : "" + mark + mark, what);
  }

  private static Mutant exchanged(String text, Piece one, Piece other) {
    String first = text.substring(one.start(), one.end());
    String between = text.substring(one.end(), other.start());
    String second = text.substring(other.start(), other.end());
    return replaced(
        text,
        Kind.EXCHANGE,
        one.start(),
        other.end(),
        second + (between.isEmpty() && glues(second, first) ? " " : between) + first,
        first + " and " + second);
  }

  /** Returns the mutant; the tokens beside the new text stay separate. */
  private static Mutant replaced(
      String text, Kind kind, int from, int to, String put, String what) {
    boolean before =
        kind != Kind.QUOTE
            && from > 0
            && !put.isEmpty()
            && glues(text.substring(from - 1, from), put);
    boolean behind =
        kind != Kind.QUOTE
            && to < text.length()
            && !put.isEmpty()
            && glues(put, text.substring(to));
    String by = (before ? " " : "") + put + (behind ? " " : "");
    String mutated = text.substring(0, from) + by + text.substring(to);
    LineIndex lines = LineIndex.of(mutated);
    return new Mutant(kind, mutated, lines.line(from), lines.line(from + by.length()), what);
  }

  /** Returns whether two tokens would become one side by side. */
  private static boolean glues(String before, String next) {
    char last = before.charAt(before.length() - 1);
    char first = next.charAt(0);
    boolean names = isName(last) && isName(first);
    boolean quotes = last == first && (first == '"' || first == '\'');
    return names
        || quotes
        || (before.equals("#") && first != '{')
        || (Character.isDigit(last) && first == '.');
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@';
  }
}
