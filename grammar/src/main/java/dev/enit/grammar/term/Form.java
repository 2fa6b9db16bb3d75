package dev.enit.grammar.term;

import org.jspecify.annotations.Nullable;

/**
 * A form, one term and its dot, placed in a file.
 *
 * @param start offset of the first unit of its first token; comments and white space before it
 *     belong to no form
 */
public record Form(int start, FormTree tree) {

  /** Returns the offset after the dot. */
  public int end() {
    return start + tree.length();
  }

  public Span span() {
    return new Span(start, end());
  }

  /**
   * Returns the term, its spans relative to this form; {@code null} where nothing of the form can
   * be parsed.
   */
  public @Nullable Term term() {
    return tree.term();
  }

  /** Returns whether the form has no error. */
  public boolean isIntact() {
    return tree.errors().isEmpty();
  }

  /**
   * Returns whether its term is what the text says: any error is one of the dot, after the term.
   * What is in the term, and what is not, may be told all the same.
   */
  public boolean hasIntactTerm() {
    return tree.errors().stream()
        .allMatch(
            error ->
                error.kind() == SyntaxError.Kind.MISSING_DOT
                    || error.kind() == SyntaxError.Kind.DOT_WITHOUT_SPACE);
  }

  /** Returns a span of this form as offsets of the file. */
  public Span absolute(Span relative) {
    return relative.shift(start);
  }

  /** Returns where a term of this form is in the file. */
  public Span absolute(Term term) {
    return term.span().shift(start);
  }

  /** Returns an offset of the file as an offset of this form. */
  public int relative(int offset) {
    return offset - start;
  }
}
