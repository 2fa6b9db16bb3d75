package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.parse.TermRules.FirstErrorStops;
import dev.enit.grammar.term.Form.FormTree;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import dev.enit.grammar.term.Term;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the forms of one text. A form without a syntax error is scanned and parsed once;
 * any other goes through error recovery first. Where a quoted literal goes over several lines the
 * form is also read another way, since a forgotten quote turns all that follows inside out.
 */
final class FormReader {
  private static final int NEVER = Integer.MAX_VALUE;

  /** In more tokens, tuples with commas between them stay one form. */
  private static final int LONGEST_ROW = 4000;

  /** The result of one way to read a form. */
  private record Reading(Term term, SyntaxErrorCollector diagnostics, int end, boolean endless) {}

  private final String text;
  private final OtpSyntax syntax;
  private final FormScanner scanner;
  private final TokenCursor cursor;
  private final ErlangTermsParser parser;
  private final TermBuilder builder;

  FormReader(String text, OtpSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
    scanner = new FormScanner(text, syntax);
    cursor = new TokenCursor(text);
    parser = new ErlangTermsParser(cursor);
    builder = new TermBuilder(text, syntax);
    parser.build = builder;
  }

  /** Reads the form whose first token begins at an offset. */
  FormTree read(int start) {
    scanner.begin(start);
    boolean triple = syntax.hasTripleQuotes();
    FormTree tree = read(start, triple);
    if (!triple && scanner.literals().sawTripleQuotes() && !tree.errors().isEmpty()) {
      // Adjacent strings would make no term: a triple-quoted string of a later OTP is meant.
      return read(start, true);
    }
    return tree;
  }

  private FormTree read(int start, boolean tripleQuotes) {
    scanner.literals().tripleQuotes(tripleQuotes);
    builder.tripleQuotes(tripleQuotes);
    FormScanner.Ending ending = scanner.scan(NEVER);
    if (ending == FormScanner.Ending.DOT && !scanner.isSuspicious() && !scanner.isDeep()) {
      TokenBuffer tokens = scanner.tokens();
      SyntaxErrorCollector diagnostics = new SyntaxErrorCollector(start);
      Term term = parse(tokens, start, diagnostics);
      if (term != null) {
        return tree(start, tokens.end(tokens.count() - 1), term, diagnostics);
      }
    }
    Reading best = best(start, ending);
    return tree(start, best.end(), best.term(), best.diagnostics());
  }

  /** Returns the reading of the form with one quote more or less, null where that does not do. */
  private @Nullable Reading withOneQuote(int start, int literal) {
    char mark = text.charAt(literal);
    if (scanner.isDeep()
        || TripleQuotes.count(text, literal) >= 3
        || SmartQuotes.closing(text, mark, literal + 1) >= 0) {
      return null;
    }
    QuoteSearch.Found found = new QuoteSearch(text, literal, scanner.tokens(), syntax).find();
    SyntaxErrorCollector diagnostics = new SyntaxErrorCollector(start);
    Term term = found == null ? null : parse(found.tokens(), start, diagnostics);
    boolean closes = found != null && found.action() == QuoteSearch.Action.CLOSE;
    if (found == null || term == null || diagnostics.count() != (closes ? 1 : 0)) {
      return null;
    }
    diagnostics.clear();
    RecoveryReport.add(found.holds(text, start, syntax) ? found : found.uncertain(), diagnostics);
    int end = found.tokens().end(found.tokens().count() - 1);
    return new Reading(term, diagnostics, end, false);
  }

  /** Returns the reading of the tokens scanned last with one edit, null where that does not do. */
  private @Nullable Reading withOneEdit(int start, FormScanner.Ending ending) {
    boolean plain =
        switch (ending) {
          case DOT, END_OF_FILE, NEXT_TERM -> true;
          case GLUED_DOT, COMMA -> false;
        };
    TokenBuffer tokens = scanner.tokens();
    if (!plain
        || tokens.count() < RecoverySearch.FEWEST_TOKENS
        || scanner.isDeep()
        || endsInBrokenLiteral(tokens)) {
      return null;
    }
    TokenLayout layout = new TokenLayout(text, tokens);
    RecoverySearch search = new RecoverySearch(tokens, layout);
    RecoverySearch.Found found = search.find();
    if (found == null || removesOnlyKey(tokens, found.edit())) {
      return null;
    }
    SyntaxErrorCollector diagnostics = new SyntaxErrorCollector(start);
    TokenBuffer edited = new EditedTokens(tokens, layout, search.stacks(), found.tree()).tokens();
    Term term = parse(edited, start, diagnostics);
    if (term == null) {
      return null;
    }
    new RecoveryReport(text, tokens, search.stacks(), diagnostics).add(found);
    int end = tokens.end(tokens.count() - 1);
    boolean closedAtEnd =
        found.edit().action() == TokenEdit.Action.INSERT && found.edit().at() == tokens.count();
    if (found.dotMissing() && !closedAtEnd) {
      diagnostics.add(Kind.MISSING_DOT, Span.at(end), null, new Repair(Span.at(end), ".", false));
    }
    return new Reading(term, diagnostics, end, scanner.literals().endlessAt() >= 0);
  }

  /** Returns whether an edit empties a map that has a key alone: its value is missing. */
  private static boolean removesOnlyKey(TokenBuffer tokens, TokenEdit edit) {
    int at = edit.at();
    return edit.action() == TokenEdit.Action.DELETE
        && at > 1
        && at + 1 < tokens.count()
        && tokens.type(at - 2) == ErlangTermsParser.HASH
        && tokens.type(at - 1) == ErlangTermsParser.LBRACE
        && tokens.type(at + 1) == ErlangTermsParser.RBRACE
        && TokenKinds.startsTerm(tokens.type(at));
  }

  private FormTree tree(int start, int end, Term term, SyntaxErrorCollector diagnostics) {
    return new FormTree(
        end - start, term, diagnostics.errors(), diagnostics.newer(), scanner.looked() - start);
  }

  /** Returns the term of well-formed tokens, null where the grammar refuses them. */
  private @Nullable Term parse(TokenBuffer tokens, int start, SyntaxErrorCollector diagnostics) {
    cursor.over(tokens);
    builder.begin(tokens, start, diagnostics);
    try {
      return parser.form().value;
    } catch (FirstErrorStops.Refused refused) {
      return null;
    } finally {
      parser.setContext(null);
    }
  }

  private Reading best(int start, FormScanner.Ending ending) {
    int several = scanner.literals().severalLinesAt();
    int endless = scanner.literals().endlessAt();
    Reading best = mended(start, ending);
    if (endless > several) {
      best = better(best, mended(start, scanner.scan(endless)));
    }
    if (several >= 0) {
      ending = scanner.scan(several);
      Reading quoted =
          best.endless() || best.diagnostics().count() > 1 ? withOneQuote(start, several) : null;
      best = quoted == null ? better(best, mended(start, ending)) : quoted;
    }
    return best;
  }

  private static Reading better(Reading one, Reading other) {
    int difference = one.diagnostics().count() - other.diagnostics().count();
    return difference > 0 || (difference == 0 && one.endless()) ? other : one;
  }

  private Reading mended(int start, FormScanner.Ending scanned) {
    FormScanner.Ending ending =
        scanned == FormScanner.Ending.DOT && scanner.leaveToNext()
            ? FormScanner.Ending.NEXT_TERM
            : scanned;
    Reading edited = ending == scanned ? withOneEdit(start, ending) : null;
    if (edited != null) {
      return edited;
    }
    TokenBuffer tokens = scanner.tokens();
    int comma = ending == FormScanner.Ending.DOT && !scanner.isSuspicious() ? topComma(tokens) : -1;
    if (comma > 0) {
      tokens.cut(comma + 1);
      ending = FormScanner.Ending.COMMA;
    }
    int end = tokens.end(tokens.count() - 1);
    boolean endless = scanner.literals().endlessAt() >= 0;
    SyntaxErrorCollector diagnostics = new SyntaxErrorCollector(start);
    boolean unclosed = endsInBrokenLiteral(tokens);
    if (scanner.isDeep()) {
      tokens = withoutDeep(tokens, diagnostics);
    }
    if (scanner.isSuspicious()) {
      BracketRecovery brackets = new BracketRecovery(text, tokens, diagnostics, unclosed);
      tokens = brackets.balance(ending == FormScanner.Ending.DOT);
      unclosed |= brackets.endsUnclosed();
      tokens = scanner.isDeep() ? withoutDeep(tokens, diagnostics) : tokens;
    }
    if (ending == FormScanner.Ending.COMMA) {
      tokens.cut(tokens.count() - 1);
    }
    ErrorRecovery mender = new ErrorRecovery(text, start, tokens, diagnostics);
    TokenBuffer mended = mender.mend();
    reportEnd(ending, end, unclosed || mender.isAbandoned(), diagnostics);
    Term term = term(mended, start, diagnostics);
    diagnostics.doubt(tokens == scanner.tokens());
    return new Reading(term, diagnostics, end, endless);
  }

  /**
   * Returns the comma between the first of several tuples and the next, none in a bracket; -1
   * without one. Each of them is a form: what is after the comma is scanned once more for each.
   */
  private static int topComma(TokenBuffer tokens) {
    if (tokens.count() > LONGEST_ROW || tokens.type(0) != LBRACE) {
      return -1;
    }
    int level = 0;
    for (int at = 0; at + 1 < tokens.count(); at++) {
      int type = tokens.type(at);
      level += TokenKinds.isOpener(type) ? 1 : TokenKinds.isCloser(type) ? -1 : 0;
      if (level == 0 && type == COMMA) {
        return tokens.type(at - 1) == RBRACE && tokens.type(at + 1) == LBRACE ? at : -1;
      }
    }
    return -1;
  }

  private Term term(TokenBuffer mended, int start, SyntaxErrorCollector diagnostics) {
    Term term = parse(mended, start, diagnostics);
    assert term != null : "not mended";
    if (term == null) {
      diagnostics.add(Kind.UNEXPECTED_TOKEN, start, start + 1, text.substring(start, start + 1));
      return new Term.Missing(Span.at(0));
    }
    return term;
  }

  private void reportEnd(
      FormScanner.Ending ending, int end, boolean unclosed, SyntaxErrorCollector diagnostics) {
    switch (ending) {
      case DOT -> {}
      case GLUED_DOT ->
          diagnostics.add(
              Kind.DOT_WITHOUT_SPACE, new Span(end - 1, end), null, new Repair(Span.at(end), "\n"));
      case COMMA ->
          diagnostics.add(
              Kind.MISSING_DOT,
              new Span(end - 1, end),
              null,
              new Repair(new Span(end - 1, end), isWhite(end) ? "." : ".\n"));
      case NEXT_TERM, END_OF_FILE -> {
        if (!unclosed) {
          boolean certain = ending == FormScanner.Ending.END_OF_FILE || nextBeginsLine(end);
          diagnostics.add(
              Kind.MISSING_DOT, Span.at(end), null, new Repair(Span.at(end), ".", certain));
        }
      }
    }
  }

  /** Returns whether white space is at an offset, so that a dot before it ends a form. */
  private boolean isWhite(int at) {
    return at == text.length() || CharClasses.isWhite(text.charAt(at)) || text.charAt(at) == '%';
  }

  /** Returns whether the term after an offset begins on another line. */
  private boolean nextBeginsLine(int end) {
    return CharClasses.hasLineEnd(text, end, CharClasses.skipWhite(text, end))
        || text.startsWith("%", CharClasses.skipWhite(text, end));
  }

  private boolean endsInBrokenLiteral(TokenBuffer tokens) {
    int last = tokens.count() - 1;
    return switch (tokens.type(last)) {
      case STRING, SIGIL -> tokens.closing(last) == 0;
      case ATOM -> text.charAt(tokens.start(last)) == '\'' && tokens.closing(last) == 0;
      default -> false;
    };
  }

  /**
   * Returns the tokens without brackets that are nested too deep; the very same ones without such.
   */
  private static TokenBuffer withoutDeep(TokenBuffer in, SyntaxErrorCollector diagnostics) {
    TokenBuffer out = new TokenBuffer(in.count() + 1);
    int depth = 0;
    int from = -1;
    for (int i = 0; i < in.count(); i++) {
      int type = in.type(i);
      if (type == ErlangTermsParser.DOT && depth > FormScanner.DEPTH_LIMIT) {
        out.add(ErlangTermsParser.MISSING, in.start(from), in.start(from));
        depth = FormScanner.DEPTH_LIMIT;
      }
      if (TokenKinds.isOpener(type) && depth++ == FormScanner.DEPTH_LIMIT) {
        from = i;
      }
      if (depth <= FormScanner.DEPTH_LIMIT || type == ErlangTermsParser.DOT) {
        out.add(in, i);
      }
      if (TokenKinds.isCloser(type) && depth > 0 && depth-- == FormScanner.DEPTH_LIMIT + 1) {
        out.add(ErlangTermsParser.MISSING, in.start(from), in.end(i));
      }
    }
    if (depth > FormScanner.DEPTH_LIMIT) {
      out.add(ErlangTermsParser.MISSING, in.start(from), in.start(from));
    }
    if (from < 0) {
      return in;
    }
    int place = in.start(from);
    diagnostics.addOnce(Kind.TOO_DEEP, place, String.valueOf(FormScanner.DEPTH_LIMIT));
    return out;
  }
}
