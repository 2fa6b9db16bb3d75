package dev.enit.grammar.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A {@link TokenBuffer} as ANTLR's token stream. The current token is the cursor itself, so that no
 * token object is made.
 */
final class TokenCursor implements TokenStream, Token {
  private final String text;
  private TokenBuffer tokens = new TokenBuffer(0);
  private int position;

  TokenCursor(String text) {
    this.text = text;
  }

  /** Starts at the first token of a buffer. */
  void over(TokenBuffer buffer) {
    tokens = buffer;
    position = 0;
  }

  TokenBuffer tokens() {
    return tokens;
  }

  @Override
  public int LA(int distance) {
    return tokens.type(position + distance - 1);
  }

  @Override
  public Token LT(int distance) {
    return this;
  }

  @Override
  public void consume() {
    position++;
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int getType() {
    return tokens.type(position);
  }

  @Override
  public String getText() {
    return position < tokens.count()
        ? text.substring(tokens.start(position), tokens.end(position))
        : "";
  }

  @Override
  public int getStartIndex() {
    return position < tokens.count() ? tokens.start(position) : text.length();
  }

  @Override
  public int getStopIndex() {
    return position < tokens.count() ? tokens.end(position) - 1 : text.length() - 1;
  }

  @Override
  public int size() {
    return tokens.count();
  }

  @Override
  public Token get(int index) {
    return this;
  }

  @Override
  public int getTokenIndex() {
    return position;
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return 0;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public String getSourceName() {
    return CharStream.UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    return getText();
  }

  @Override
  public String getText(RuleContext context) {
    return getText();
  }

  @Override
  public String getText(Token first, Token last) {
    return getText();
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException("the tokens are all there");
  }

  @Override
  public CharStream getInputStream() {
    throw new UnsupportedOperationException("the parser sees tokens only");
  }
}
