package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.OtpSyntax;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The search for the one quotation mark that is missing or superfluous on the line where a literal
 * begins that goes over the end of its line. A forgotten quote turns all quotes after it inside
 * out; the line itself is read with one quote more or less, and the lines after it as if it were
 * right.
 */
final class QuoteSearch {
  /** The ways to edit a quote. */
  enum Action {
    CLOSE,
    OPEN,
    REMOVE
  }

  /**
   * The result of a search.
   *
   * @param at offset of the place where a quote comes in, or of the one that goes
   * @param tokens of the whole form
   * @param literal start of the literal that was not closed, or end of the one that was not opened
   */
  record Found(Action action, char mark, int at, int literal, boolean certain, TokenBuffer tokens) {
    Found uncertain() {
      return new Found(action, mark, at, literal, false, tokens);
    }

    /**
     * Returns whether the form, with the edit, is read as the tokens say: no later literal is
     * broken.
     */
    boolean holds(String text, int start, OtpSyntax syntax) {
      int end = tokens.end(tokens.count() - 1);
      String put = action == Action.REMOVE ? "" : String.valueOf(mark);
      int rest = action == Action.REMOVE ? at + 1 : at;
      String form = text.substring(start, at) + put + text.substring(rest, end);
      FormScanner scanner = new FormScanner(form, syntax);
      scanner.begin(0);
      boolean whole =
          scanner.scan(Integer.MAX_VALUE) == FormScanner.Ending.DOT && !scanner.isSuspicious();
      TokenBuffer again = scanner.tokens();
      return whole
          && again.end(again.count() - 1) == form.length()
          && again.count() == tokens.count()
          && isTerm(form, again);
    }
  }

  private static boolean isTerm(String form, TokenBuffer tokens) {
    TermMachine machine = new TermMachine();
    TokenLayout layout = new TokenLayout(form, tokens);
    return read(machine, tokens, layout, 0, Integer.MAX_VALUE) && machine.isEnded();
  }

  private record Candidate(Action action, int at, int literal, String line) {}

  private static final int LONGEST_LINE = 500;
  private static final int EDIT = 100;
  private static final int MARGIN = 15;

  /** The cost of each character that is rather meant outside of quotes. */
  private static final int ODD = 8;

  /** The cost of removing the quote that begins a literal. */
  private static final int OPENING = 30;

  private static final int MOST_ODD = 64;
  private static final String ODD_CHARS = "{}[],\"";

  private final String text;
  private final OtpSyntax syntax;
  private final TokenBuffer before;
  private final TokenBuffer after;
  private final TokenLayout afterLayout;
  private final int lineStart;
  private final int lineEnd;
  private final char mark;

  /**
   * Prepares a search.
   *
   * @param literal where the literal begins
   * @param scanned the tokens of the form, read as if its literals ended on their lines
   */
  QuoteSearch(String text, int literal, TokenBuffer scanned, OtpSyntax syntax) {
    this.syntax = syntax;
    this.text = text;
    mark = text.charAt(literal);
    int begin = literal;
    while (begin > scanned.start(0) && text.charAt(begin - 1) != '\n') {
      begin--;
    }
    lineStart = begin;
    lineEnd = CharClasses.lineEnd(text, literal);
    before = new TokenBuffer(scanned.count());
    after = new TokenBuffer(scanned.count());
    for (int i = 0; i < scanned.count(); i++) {
      if (scanned.start(i) < lineStart) {
        before.add(scanned, i);
      } else if (scanned.start(i) >= lineEnd) {
        after.add(scanned, i);
      }
    }
    afterLayout = new TokenLayout(text, after);
  }

  /** Returns the best edit, null where none makes the form a term. */
  @Nullable Found find() {
    boolean quote = mark == '"' || mark == '\'';
    if (!quote || lineEnd - lineStart > LONGEST_LINE) {
      return null;
    }
    TermMachine start = machine();
    if (start == null) {
      return null;
    }
    Map<String, Candidate> candidates = candidates();
    Candidate best = null;
    TokenBuffer bestLine = after;
    int bestCost = Integer.MAX_VALUE;
    int nextCost = Integer.MAX_VALUE;
    for (Candidate candidate : candidates.values()) {
      TokenBuffer line = lineTokens(candidate);
      int cost = line == null ? Integer.MAX_VALUE : cost(candidate, line, start, bestCost);
      if (line != null && cost < bestCost) {
        nextCost = bestCost;
        bestCost = cost;
        best = candidate;
        bestLine = line;
      } else {
        nextCost = Math.min(nextCost, cost);
      }
    }
    if (best == null) {
      return null;
    }
    boolean certain = nextCost >= (long) bestCost + MARGIN;
    return new Found(best.action, mark, best.at, best.literal, certain, all(bestLine));
  }

  private TokenBuffer all(TokenBuffer line) {
    TokenBuffer all = new TokenBuffer(before.count() + line.count() + after.count());
    for (int i = 0; i < before.count(); i++) {
      all.add(before, i);
    }
    for (int i = 0; i < line.count(); i++) {
      all.add(line, i);
    }
    for (int i = 0; i < after.count() && !ends(line); i++) {
      all.add(after, i);
    }
    return all;
  }

  private static boolean ends(TokenBuffer line) {
    return line.count() > 0 && line.type(line.count() - 1) == DOT;
  }

  /** Returns the automaton after all lines above, null where they are broken already. */
  private @Nullable TermMachine machine() {
    TermMachine machine = new TermMachine();
    return read(machine, before, new TokenLayout(text, before), 0, Integer.MAX_VALUE)
        ? machine
        : null;
  }

  /**
   * Reads tokens.
   *
   * @param part which part of the form they are, so that their lines have other numbers
   * @param most how unusual they may be
   */
  private static boolean read(
      TermMachine machine, TokenBuffer tokens, TokenLayout layout, int part, int most) {
    int base = part * (Integer.MAX_VALUE / 4);
    for (int i = 0; i < tokens.count(); i++) {
      boolean accepted =
          machine.step(
              tokens.type(i),
              layout.isFirst(i),
              base + layout.line(i),
              layout.column(i),
              layout.indent(i));
      if (!accepted || machine.penalty() > most) {
        return false;
      }
    }
    return true;
  }

  /** By the line as it would be; of two that come to the same the first. */
  private Map<String, Candidate> candidates() {
    Map<String, Candidate> candidates = new HashMap<>();
    int opened = -1;
    for (int at = lineStart; at < lineEnd; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
        continue;
      }
      if (c == mark) {
        String line = text.substring(lineStart, at) + text.substring(at + 1, lineEnd);
        candidates.putIfAbsent(line, new Candidate(Action.REMOVE, at, at, line));
        opened = at;
      } else if (opensHere(at)) {
        add(candidates, Action.OPEN, at, text.indexOf(mark, at));
      }
      if (opened >= 0 && at > opened && closesHere(at)) {
        add(candidates, Action.CLOSE, at, opened);
      }
    }
    if (opened >= 0) {
      add(candidates, Action.CLOSE, lineEnd, opened);
    }
    return candidates;
  }

  private void add(Map<String, Candidate> to, Action action, int at, int literal) {
    if (literal >= 0 && literal < lineEnd) {
      String line = text.substring(lineStart, at) + mark + text.substring(at, lineEnd);
      to.putIfAbsent(line, new Candidate(action, at, literal, line));
    }
  }

  private boolean opensHere(int at) {
    boolean white = at < text.length() && CharClasses.isWhite(text.charAt(at));
    return !white && (at == lineStart || "{[(<, \t=>|".indexOf(text.charAt(at - 1)) >= 0);
  }

  private boolean closesHere(int at) {
    return "}])>, \t|.:/".indexOf(text.charAt(at)) >= 0;
  }

  private int cost(Candidate candidate, TokenBuffer line, TermMachine start, int bestCost) {
    TermMachine machine = new TermMachine(start);
    int most = bestCost == Integer.MAX_VALUE ? bestCost : bestCost + MARGIN;
    boolean accepted =
        read(machine, line, new TokenLayout(text, line), 1, most)
            && (ends(line) || read(machine, after, afterLayout, 2, most))
            && machine.isEnded();
    if (!accepted) {
      return Integer.MAX_VALUE;
    }
    int odd = 0;
    if (candidate.action == Action.REMOVE) {
      odd = removal(candidate.at);
    } else {
      int from = Math.min(candidate.at, candidate.literal + 1);
      int to = Math.max(candidate.at, candidate.literal);
      for (int at = from; at < to; at++) {
        odd += ODD_CHARS.indexOf(text.charAt(at)) >= 0 ? ODD : 0;
      }
    }
    return EDIT + Math.min(odd, MOST_ODD) + machine.penalty();
  }

  /**
   * Returns the cost of removing a quote: one beside another is likely superfluous, one that begins
   * a literal hardly.
   */
  private int removal(int at) {
    boolean twice =
        (at > 0 && text.charAt(at - 1) == mark)
            || (at + 1 < text.length() && text.charAt(at + 1) == mark);
    return twice ? 0 : opensHere(at) ? OPENING : ODD;
  }

  /** Returns the tokens of a line as it would be; null where its quotes do not match. */
  private @Nullable TokenBuffer lineTokens(Candidate candidate) {
    TokenBuffer all = new TokenBuffer(32);
    String line = candidate.line;
    FormScanner scanner = new FormScanner(line, syntax);
    int at = TermParser.nextToken(line, 0);
    while (at < line.length()) {
      scanner.begin(at);
      scanner.scan(Integer.MAX_VALUE);
      if (scanner.literals().endlessAt() >= 0) {
        return null;
      }
      TokenBuffer found = scanner.tokens();
      for (int i = 0; i < found.count(); i++) {
        add(all, found, i, candidate);
      }
      at = TermParser.nextToken(line, found.end(found.count() - 1));
    }
    return all;
  }

  /** Adds a token of the line as it would be, its span in the line as it is. */
  private void add(TokenBuffer all, TokenBuffer found, int token, Candidate candidate) {
    int start = lineStart + found.start(token);
    int end = lineStart + found.end(token);
    int closing = found.closing(token);
    int type = found.type(token);
    switch (candidate.action) {
      case REMOVE -> {
        boolean glued = start < candidate.at && end > candidate.at;
        type = glued ? MISSING : type;
        start += start >= candidate.at ? 1 : 0;
        end += end > candidate.at ? 1 : 0;
      }
      case CLOSE -> {
        closing = end == candidate.at + 1 && start < candidate.at ? 0 : closing;
        start -= start > candidate.at ? 1 : 0;
        end -= end > candidate.at ? 1 : 0;
      }
      case OPEN -> {
        type = start == candidate.at ? MISSING : type;
        start -= start > candidate.at ? 1 : 0;
        end -= end > candidate.at ? 1 : 0;
      }
    }
    all.add(type, start, end, closing);
  }
}
