package dev.enit.grammar.parse;

import dev.enit.grammar.term.OtpSyntax;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.TokenStream;

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
}
