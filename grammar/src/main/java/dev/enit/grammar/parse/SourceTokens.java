package dev.enit.grammar.parse;

import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * All tokens of a text, comments included, for the formatter and semantic tokens, which need what
 * terms do not say. Every input has a result; text that is no token of Erlang has a separate kind.
 * Only white space is between two tokens.
 */
public final class SourceTokens {
  private static final Kind[] KINDS = kinds();

  /** A token; its span counts from the start of the text. */
  public record Token(Kind kind, Span span) {}

  /** The kinds, by the names of the grammar. */
  public enum Kind {
    COMMENT,
    ATOM,
    INTEGER,
    FLOAT,
    CHARACTER,
    STRING,
    SIGIL,
    FUN,
    RESERVED,
    WORD_OPERATOR,
    VARIABLE,
    BAD_NUMBER,
    /** A dot with white space after it. */
    DOT,
    /** Any other dot. */
    POINT,
    COMMA,
    SEMICOLON,
    BAR,
    ARROW,
    ASSIGN,
    COLON,
    SLASH,
    PLUS,
    MINUS,
    HASH,
    QUESTION,
    LBRACE,
    RBRACE,
    LBRACKET,
    RBRACKET,
    LPAREN,
    RPAREN,
    LBINARY,
    RBINARY,
    OPERATOR,
    BAD
  }

  private SourceTokens() {}

  private static Kind[] kinds() {
    Kind[] kinds = new Kind[ErlangTermsParser.VOCABULARY.getMaxTokenType() + 1];
    for (int type = 0; type < kinds.length; type++) {
      String name = ErlangTermsParser.VOCABULARY.getSymbolicName(type);
      for (Kind kind : Kind.values()) {
        if (kind.name().equals(name)) {
          kinds[type] = kind;
        }
      }
    }
    return kinds;
  }

  /** Returns the tokens of a text, in its order. */
  public static List<Token> of(String text) {
    List<Token> all = new ArrayList<>(text.length() / 6 + 16);
    FormScanner scanner = new FormScanner(text, OtpSyntax.UNKNOWN);
    int at = addComments(text, 0, all);
    while (at < text.length()) {
      scanner.begin(at);
      scanner.scan(Integer.MAX_VALUE);
      TokenBuffer form = scanner.tokens();
      for (int i = 0; i < form.count(); i++) {
        addComments(text, at, all);
        at = form.end(i);
        all.add(new Token(KINDS[form.type(i)], new Span(form.start(i), at)));
      }
      at = addComments(text, at, all);
    }
    return all;
  }

  /** Adds the comments at an offset; the offset of the next other token, or the end of the text. */
  private static int addComments(String text, int from, List<Token> all) {
    int at = CharClasses.skipWhite(text, from);
    while (at < text.length() && text.charAt(at) == '%') {
      int end = CharClasses.commentEnd(text, at + 1);
      all.add(new Token(Kind.COMMENT, new Span(at, end)));
      at = CharClasses.skipWhite(text, end);
    }
    return at;
  }
}
