package dev.enit.grammar.parse;

import dev.enit.grammar.term.OtpSyntax;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.TokenStream;

/** What the generated parser inherits: the builder that its actions talk to. */
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

  /** Index of the token that comes next. */
  int here() {
    return cursor.index();
  }
}
