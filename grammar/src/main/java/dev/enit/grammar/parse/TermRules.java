package dev.enit.grammar.parse;

import dev.enit.grammar.term.OtpSyntax;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** The superclass of the generated parser: holds the builder that its actions call. */
abstract class TermRules extends Parser {
  TermBuilder build = new TermBuilder("", OtpSyntax.UNKNOWN);
  private final TokenStream cursor;

  TermRules(TokenStream input) {
    super(input);
    cursor = input;
    setBuildParseTree(false);
    removeErrorListeners();
    setErrorHandler(new FirstErrorStops());
  }

  /** Returns the index of the token that comes next. */
  int here() {
    return cursor.index();
  }

  /**
   * An error strategy that ends the parse at the first token that the grammar refuses: error
   * recovery repairs such a form and parses it again, and ANTLR's messages are not used.
   */
  static final class FirstErrorStops extends DefaultErrorStrategy {

    /** Thrown to end the parse: control flow, and therefore without a stack trace. */
    static final class Refused extends ParseCancellationException {
      @Override
      public synchronized Throwable fillInStackTrace() {
        return this;
      }
    }

    @Override
    public void sync(Parser recognizer) {}

    @Override
    public void reportError(Parser recognizer, RecognitionException error) {}

    @Override
    public void recover(Parser recognizer, RecognitionException error) {
      throw new Refused();
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw new Refused();
    }

    @Override
    public void reportMatch(Parser recognizer) {}
  }
}
