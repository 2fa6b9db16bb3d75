package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.OtpSyntax;
import java.util.Arrays;
import org.antlr.v4.runtime.atn.LexerATNSimulator;

/**
 * The scanner of one form: cuts its tokens out of a text, up to its dot or to where a dot is
 * evidently missing. The result depends on the text from the form's start on and on nothing else.
 */
final class FormScanner {
  /** The depth to which brackets may be nested. */
  static final int DEPTH_LIMIT = 500;

  /** The ways a form ends. */
  enum Ending {
    DOT,
    /** A dot without white space, and another term after it. */
    GLUED_DOT,
    /** No dot, but another term begins. */
    NEXT_TERM,
    /** A comma where a dot was meant. */
    COMMA,
    END_OF_FILE
  }

  private final String text;
  private final OtpSyntax syntax;
  private final TextChars chars;
  private final LexerATNSimulator automaton;
  private final LiteralScanner literals;
  private final TokenBuffer tokens = new TokenBuffer(256);

  private int[] open = new int[64];
  private int depth;
  private int start;
  private int linesFrom;
  private boolean suspicious;
  private boolean deep;

  FormScanner(String text, OtpSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
    chars = new TextChars(text);
    automaton = new ErlangTermsLexer(chars).getInterpreter();
    literals = new LiteralScanner(text, syntax, chars);
  }

  /** Returns the tokens of the form scanned last. */
  TokenBuffer tokens() {
    return tokens;
  }

  LiteralScanner literals() {
    return literals;
  }

  /** Returns whether the parser would refuse the form, or should not see it as it is. */
  boolean isSuspicious() {
    return suspicious || deep || depth > 0;
  }

  /** Returns whether brackets are nested deeper than is read. */
  boolean isDeep() {
    return deep;
  }

  /** Returns the offset after all that any scan of this form has looked at. */
  int looked() {
    return chars.looked();
  }

  /** Begins a new form: how far the earlier ones looked is forgotten. */
  void begin(int from) {
    start = from;
    chars.forgetLooked();
  }

  /**
   * Scans the form that begins at the offset given to {@link #begin}.
   *
   * @param literalsEndAtLinesFrom quotes that begin at or after this offset end on their line
   */
  Ending scan(int literalsEndAtLinesFrom) {
    linesFrom = literalsEndAtLinesFrom;
    tokens.clear();
    literals.begin();
    depth = 0;
    suspicious = false;
    deep = false;
    int at = start;
    while (true) {
      chars.seek(at);
      int type = automaton.match(chars, 0);
      if (type == EOF) {
        return Ending.END_OF_FILE;
      }
      if (type == WHITE_SPACE) {
        at = CharClasses.skipWhite(text, at + 1);
        chars.lookedAt(at);
        continue;
      }
      if (depth == 0 && tokens.count() > 0 && endsBefore(type, at)) {
        return endBefore();
      }
      int end = chars.index();
      if (type == OPERATOR && depth == 0 && endsInDots(at, end)) {
        return Ending.DOT;
      }
      at = type == DOT ? dot(at) : take(type, at, end);
      if (at < 0) {
        return type == DOT && tokens.type(tokens.count() - 1) == DOT
            ? Ending.DOT
            : Ending.GLUED_DOT;
      }
    }
  }

  private int take(int type, int at, int end) {
    switch (type) {
      case COMMENT -> {
        int commentEnd = CharClasses.commentEnd(text, end);
        chars.lookedAt(commentEnd);
        return commentEnd;
      }
      case STRING, SIGIL, CHARACTER, BAD -> {
        return literal(type, at, end);
      }
      case ATOM -> {
        if (text.charAt(at) == '\'') {
          return literal(type, at, end);
        }
        if (syntax.reservesMaybe() && (is(at, end, "maybe") || is(at, end, "else"))) {
          tokens.add(RESERVED, at, end);
          return end;
        }
      }
      case LBRACE, LBRACKET, LBINARY, LPAREN -> open(type);
      case RBRACE, RBRACKET, RBINARY, RPAREN -> close(type);
      default -> {}
    }
    tokens.add(type, at, end);
    return end;
  }

  private boolean is(int at, int end, String word) {
    return end - at == word.length() && text.startsWith(word, at);
  }

  private int literal(int type, int at, int end) {
    boolean lines = at >= linesFrom;
    literals.read(type, at, end, lines, this::closesOpen);
    suspicious |= literals.isBroken();
    tokens.add(literals.type(), at, literals.end(), literals.closing());
    return literals.end();
  }

  private void open(int type) {
    ensureRoom(depth);
    open[depth++] = type;
    deep |= depth > DEPTH_LIMIT;
  }

  private void ensureRoom(int level) {
    if (level == open.length) {
      open = Arrays.copyOf(open, level * 2);
    }
  }

  /** A closer that does not fit is no reason to leave a bracket: error recovery knows more. */
  private void close(int type) {
    if (depth > 0 && open[depth - 1] == TokenKinds.partner(type)) {
      depth--;
    } else {
      suspicious = true;
    }
  }

  /** Returns whether a line ends in closers of open brackets, and a comma or a dot. */
  private boolean closesOpen(int from, int to) {
    int level = depth;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      int opener = c == '}' ? LBRACE : c == ']' ? LBRACKET : c == ')' ? LPAREN : 0;
      if (opener != 0 && (level == 0 || open[--level] != opener)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a form ends in several dots; they are taken one by one. */
  private boolean endsInDots(int at, int end) {
    chars.lookedAt(end);
    boolean white = end == text.length() || CharClasses.isWhite(text.charAt(end));
    if (text.charAt(at) != '.' || !white) {
      return false;
    }
    tokens.add(POINT, at, end - 1);
    tokens.add(DOT, end - 1, end);
    suspicious = true;
    return true;
  }

  /** Returns what a dot does; -1 where it ends the form. */
  private int dot(int at) {
    int behind = at + 1;
    chars.lookedAt(behind);
    boolean white =
        behind == text.length()
            || CharClasses.isWhite(text.charAt(behind))
            || text.charAt(behind) == '%';
    if (white && (depth == 0 || endsHere(behind))) {
      tokens.add(DOT, at, behind);
      return -1;
    }
    suspicious = true;
    boolean glued = !white && depth == 0 && endsWithBracket();
    tokens.add(POINT, at, behind);
    return glued ? -1 : behind;
  }

  /**
   * Returns whether a dot inside of brackets ends the form: nothing of the form seems to follow.
   */
  private boolean endsHere(int behind) {
    int next = behind;
    while (true) {
      next = CharClasses.skipWhite(text, next);
      chars.lookedAt(next);
      if (next == text.length()) {
        return true;
      }
      if (text.charAt(next) != '%') {
        break;
      }
      next = CharClasses.commentEnd(text, next + 1);
      chars.lookedAt(next);
    }
    return CharClasses.startsLine(text, next) && "]})>".indexOf(text.charAt(next)) < 0;
  }

  private boolean endsWithBracket() {
    return tokens.count() > 0 && TokenKinds.isCloser(tokens.type(tokens.count() - 1));
  }

  /**
   * Returns whether a token after a complete term begins another one, the dot between them missing.
   */
  private boolean endsBefore(int type, int at) {
    int last = tokens.count() - 1;
    if (tokens.type(last) == COMMA || tokens.type(last) == SEMICOLON) {
      return type == LBRACE
          && last > 0
          && tokens.type(0) == LBRACE
          && tokens.type(last - 1) == RBRACE
          && CharClasses.startsLine(text, at)
          && CharClasses.startsLine(text, start);
    }
    int before = tokens.type(last);
    if (!TokenKinds.endsTerm(before)
        || !TokenKinds.startsTerm(type)
        || (before == STRING && type == STRING)) {
      return false;
    }
    return (TokenKinds.isCloser(before) && TokenKinds.isOpener(type))
        || CharClasses.hasLineEnd(text, tokens.end(last), at);
  }

  private Ending endBefore() {
    suspicious = true;
    return TokenKinds.endsTerm(tokens.type(tokens.count() - 1)) ? Ending.NEXT_TERM : Ending.COMMA;
  }

  /**
   * Gives up the last form of those that were scanned as one, since brackets of those before it are
   * still open: one that begins its line and that the dot directly ends.
   *
   * @return whether there was such a form
   */
  boolean leaveToNext() {
    int closer = tokens.count() - 2;
    boolean candidate =
        depth > 0
            && closer > 0
            && tokens.type(0) == LBRACE
            && CharClasses.startsLine(text, start)
            && tokens.type(closer) == RBRACE
            && tokens.end(closer) == tokens.start(closer + 1);
    int opener = candidate ? openerOf(closer) : -1;
    if (opener <= 0 || !CharClasses.startsLine(text, tokens.start(opener))) {
      return false;
    }
    tokens.cut(opener);
    return true;
  }

  /**
   * Returns the opener of the bracket that a token closes; -1 where brackets in between do not
   * match.
   */
  private int openerOf(int closer) {
    int level = 0;
    for (int at = closer; at >= 0; at--) {
      int type = tokens.type(at);
      if (TokenKinds.isCloser(type)) {
        ensureRoom(level);
        open[level++] = type;
      } else if (TokenKinds.isOpener(type) && open[--level] != TokenKinds.partner(type)) {
        return -1;
      }
      if (level == 0) {
        return at;
      }
    }
    return -1;
  }
}
