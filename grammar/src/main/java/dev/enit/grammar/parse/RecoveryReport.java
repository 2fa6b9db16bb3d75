package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import org.jspecify.annotations.Nullable;

/** The syntax error that an edit of the tokens implies. */
final class RecoveryReport {
  private static final int LONGEST_WORD = 60;

  private final String text;
  private final TokenBuffer tokens;
  private final BracketStacks stacks;
  private final SyntaxErrorCollector diagnostics;

  RecoveryReport(
      String text, TokenBuffer tokens, BracketStacks stacks, SyntaxErrorCollector diagnostics) {
    this.text = text;
    this.tokens = tokens;
    this.stacks = stacks;
    this.diagnostics = diagnostics;
  }

  void add(RecoverySearch.Found found) {
    TokenEdit edit = found.edit();
    switch (edit.action()) {
      case INSERT -> insert(edit, found);
      case DELETE -> delete(edit.at(), found.certain());
      case REPLACE -> replace(edit, found.certain());
      case SWAP -> swap(edit.at(), found.certain());
    }
  }

  private Span span(int at) {
    return new Span(tokens.start(at), tokens.end(at));
  }

  private @Nullable Span spanOf(int node) {
    int bracket = stacks.bracket(node);
    return bracket < 0 ? null : span(bracket);
  }

  /** Returns the text of a token, cut where it is long. */
  private String word(int at) {
    String word = text.substring(tokens.start(at), tokens.end(at));
    int lineEnd = CharClasses.lineEnd(word, 0);
    int length = Math.min(lineEnd, LONGEST_WORD);
    return word.length() > length ? word.substring(0, length) + "…" : word;
  }

  private void insert(TokenEdit edit, RecoverySearch.Found found) {
    int at = edit.at();
    if (edit.type() == MISSING) {
      hole(at, found.removal());
    } else if (edit.type() == COMMA) {
      Span place = Span.at(tokens.end(at - 1));
      Repair repair = new Repair(place, ",", found.certain());
      diagnostics.add(Kind.MISSING_COMMA, place, null, repair);
    } else if (TokenKinds.isCloser(edit.type())) {
      closers(edit, found);
    } else if (edit.type() == HASH) {
      Span place = span(at);
      Repair repair = new Repair(Span.at(place.start()), "#", found.certain());
      diagnostics.add(Kind.UNEXPECTED_BRACKET, place, null, repair, "{", "}", "#{");
    } else {
      int closed = stacks.closed(at);
      int place = tokens.start(at);
      String opener = TokenKinds.text(edit.type());
      Repair repair = new Repair(Span.at(place), opener, found.certain());
      boolean lineEnd =
          at > 0
              && edit.type() == LBRACKET
              && CharClasses.hasLineEnd(text, tokens.end(at - 1), place);
      Span shown = Span.at(lineEnd ? tokens.end(at - 1) : place);
      String closer = TokenKinds.text(TokenKinds.partner(edit.type()));
      diagnostics.add(Kind.MISSING_BRACKET, shown, spanOf(closed), repair, opener, closer);
    }
  }

  private void closers(TokenEdit edit, RecoverySearch.Found found) {
    StringBuilder closers = new StringBuilder();
    int first = stacks.opened(edit.at());
    int node = first;
    for (int i = 0; i < edit.count(); i++) {
      closers.append(TokenKinds.text(TokenKinds.partner(stacks.kind(node))));
      node = stacks.parent(node);
    }
    Span place = Span.at(tokens.end(edit.at() - 1));
    boolean atEnd = edit.at() == tokens.count();
    String inserted = atEnd && found.dotMissing() ? closers + "." : closers.toString();
    Repair repair = new Repair(place, inserted, found.certain());
    String opener = TokenKinds.text(stacks.kind(first));
    diagnostics.add(Kind.MISSING_BRACKET, place, spanOf(first), repair, closers.toString(), opener);
  }

  /**
   * Reports a separator with nothing beside it: the value is missing, or the separator is
   * superfluous.
   */
  private void hole(int at, @Nullable TokenEdit removal) {
    boolean behind = at > 0 && isSeparator(tokens.type(at - 1));
    int separator = behind || at == tokens.count() ? at - 1 : at;
    boolean removable = removal != null && removal.at() == separator;
    Repair repair = removable ? new Repair(span(separator), "", false) : null;
    Kind kind = isSeparator(tokens.type(separator)) ? Kind.STRAY_SEPARATOR : Kind.UNEXPECTED_TOKEN;
    diagnostics.add(kind, span(separator), null, repair, word(separator));
  }

  private static boolean isSeparator(int type) {
    return type == COMMA || type == BAR || type == ARROW || type == SEMICOLON;
  }

  private void delete(int at, boolean certain) {
    int type = tokens.type(at);
    Repair repair = new Repair(span(at), "", certain);
    if (TokenKinds.isBracket(type)) {
      String partner = TokenKinds.text(TokenKinds.partner(type));
      diagnostics.add(Kind.UNEXPECTED_BRACKET, span(at), null, repair, word(at), partner);
    } else {
      Kind kind = isSeparator(type) ? Kind.STRAY_SEPARATOR : Kind.UNEXPECTED_TOKEN;
      diagnostics.add(kind, span(at), null, repair, word(at));
    }
  }

  private void replace(TokenEdit edit, boolean likely) {
    int at = edit.at();
    int type = tokens.type(at);
    boolean certain = likely && (TokenKinds.isBracket(type) || type == SEMICOLON || type == POINT);
    if (edit.isHole()) {
      boolean bracket = TokenKinds.isBracket(type);
      Kind kind =
          bracket
              ? Kind.UNEXPECTED_BRACKET
              : isSeparator(type) ? Kind.STRAY_SEPARATOR : Kind.UNEXPECTED_TOKEN;
      String[] arguments =
          bracket
              ? new String[] {word(at), TokenKinds.text(TokenKinds.partner(type))}
              : new String[] {word(at)};
      diagnostics.add(kind, span(at), null, null, arguments);
      return;
    }
    String meant = edit.type() == COMMA ? "," : TokenKinds.text(edit.type());
    Repair repair = new Repair(span(at), meant, certain);
    if (TokenKinds.isBracket(type) && TokenKinds.isBracket(edit.type())) {
      Span other =
          TokenKinds.isCloser(type) ? spanOf(stacks.opened(at)) : spanOf(stacks.closed(at + 1));
      String partner = TokenKinds.text(TokenKinds.partner(type));
      diagnostics.add(Kind.UNEXPECTED_BRACKET, span(at), other, repair, word(at), partner, meant);
    } else if (type == POINT && edit.type() == COMMA) {
      diagnostics.add(Kind.MISSING_COMMA, span(at), null, repair);
    } else {
      Kind kind = isSeparator(type) ? Kind.STRAY_SEPARATOR : Kind.UNEXPECTED_TOKEN;
      diagnostics.add(kind, span(at), null, repair, word(at), meant);
    }
  }

  private void swap(int at, boolean certain) {
    String one = text.substring(tokens.start(at), tokens.end(at));
    String two = text.substring(tokens.start(at + 1), tokens.end(at + 1));
    String between = text.substring(tokens.end(at), tokens.start(at + 1));
    Span both = new Span(tokens.start(at), tokens.end(at + 1));
    Repair repair = new Repair(both, two + between + one, certain);
    diagnostics.add(Kind.UNEXPECTED_TOKEN, both, null, repair, word(at), word(at + 1), "exchanged");
  }

  /** Adds the error of a quote that is missing or too much. */
  static void add(QuoteSearch.Found found, SyntaxErrorCollector diagnostics) {
    boolean atom = found.mark() == '\'';
    Kind kind = atom ? Kind.UNTERMINATED_ATOM : Kind.UNTERMINATED_STRING;
    String mark = String.valueOf(found.mark());
    Span place = Span.at(found.at());
    Span quote = new Span(found.literal(), found.literal() + 1);
    switch (found.action()) {
      case CLOSE ->
          diagnostics.add(
              kind,
              new Span(found.literal(), found.at()),
              null,
              new Repair(place, mark, found.certain()));
      case OPEN ->
          diagnostics.add(
              kind, place, quote, new Repair(place, mark, found.certain()), mark, "opener");
      case REMOVE ->
          diagnostics.add(kind, quote, null, new Repair(quote, "", found.certain()), mark, "stray");
    }
  }
}
