package dev.enit.grammar.term;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A syntax error, at the place where the author made it; spans count from the start of the form.
 *
 * @param arguments what the message names: the token found, the closer that is missing …
 * @param related another place that explains the error, such as the opener of a missing bracket
 * @param repair the change that most likely repairs it
 */
public record SyntaxError(
    Kind kind, Span span, List<String> arguments, @Nullable Span related, @Nullable Repair repair) {

  public SyntaxError {
    arguments = List.copyOf(arguments);
  }

  /**
   * Text to put in the place of a span (empty: to insert), relative to the form as the error itself
   * is.
   *
   * @param certain whether nothing else is as likely, and all certain repairs of the form together
   *     make it a term
   */
  public record Repair(Span span, String text, boolean certain) {
    /** A repair that may be applied unasked. */
    public Repair(Span span, String text) {
      this(span, text, true);
    }

    /** Returns the repair as one that has to be asked for. */
    public Repair uncertain() {
      return new Repair(span, text, false);
    }
  }

  /** The kinds of errors; arguments in brackets. */
  public enum Kind {
    /** Two terms in a row; at the end of the first. */
    MISSING_COMMA,
    /**
     * A bracket is missing [it, its partner]; where it should be, related: the partner. Several
     * closers that are missing at one place are one diagnostic [all of them, the opener of the
     * first].
     */
    MISSING_BRACKET,
    /**
     * A bracket without its partner [the bracket, its partner], or of another kind than it [as
     * before, and the bracket that is meant; related: the partner].
     */
    UNEXPECTED_BRACKET,
    /** A form that does not end with a dot; at its end. */
    MISSING_DOT,
    /** A dot without white space after it. */
    DOT_WITHOUT_SPACE,
    /**
     * A comma, semicolon, bar or arrow with nothing to separate [the token], or where another
     * separator is meant [the token, the other].
     */
    STRAY_SEPARATOR,
    /**
     * A string that never ends; at its first line. Where not its end is missing: [the quote, {@code
     * opener} for one that is missing, {@code stray} for one too much].
     */
    UNTERMINATED_STRING,
    /** A quoted atom that never ends; as for strings. */
    UNTERMINATED_ATOM,
    /** Typographic quotation marks [the mark, the plain one]. */
    CURLY_QUOTE,
    /** An operator, {@code :=} or a call where only a value can be [the token]. */
    OPERATOR,
    /** A variable [its name]. */
    VARIABLE,
    /** A reserved word used as an atom [the word]. */
    RESERVED_WORD,
    /**
     * A construct of the language that is no term [fun, record, macro, call, sigil, long-atom, or
     * the word that begins the block].
     */
    NOT_A_TERM,
    /** A number that cannot be read [its text]. */
    BAD_NUMBER,
    /** An escape sequence or character literal that cannot be read [its text]. */
    BAD_ESCAPE,
    /** A segment of a binary that cannot be built [its text]. */
    BAD_SEGMENT,
    /** A character that no Erlang text has outside of quotes [it, as U+XXXX]. */
    BAD_CHARACTER,
    /**
     * A token where a term or a separator is expected [the token], where another one is meant [the
     * token, the other], or that has changed places with the next [both, {@code exchanged}].
     */
    UNEXPECTED_TOKEN,
    /** Brackets nested deeper than is read [the limit]. */
    TOO_DEEP,
    /** A file longer than is read [its length, the limit]. */
    TOO_LONG,
    /** Bytes that are not UTF-8 [the offset of the first one, in bytes]. */
    NOT_UTF8
  }
}
