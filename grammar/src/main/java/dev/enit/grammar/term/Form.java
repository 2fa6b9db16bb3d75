package dev.enit.grammar.term;

import org.jspecify.annotations.Nullable;

/**
 * A form, one term and its dot, placed in a file.
 *
 * @param start offset of the first unit of its first token; comments and white space before it
 *     belong to no form
 */
public record Form(int start, FormTree tree) {

  /** Offset behind the dot. */
  public int end() {
    return start + tree.length();
  }

  public Span span() {
    return new Span(start, end());
  }

  /** The term, its spans relative to this form; {@code null} where nothing can be understood. */
  public @Nullable Term term() {
    return tree.term();
  }

  /** Whether the form has no mistake. */
  public boolean isIntact() {
    return tree.errors().isEmpty();
  }

  /**
   * Whether its term is what the text says: any mistake is one of the dot, behind the term. What is
   * in the term, and what is not, may be told all the same.
   */
  public boolean hasIntactTerm() {
    return tree.errors().stream()
        .allMatch(
            error ->
                error.kind() == SyntaxError.Kind.MISSING_DOT
                    || error.kind() == SyntaxError.Kind.DOT_WITHOUT_SPACE);
  }

  /** A span of this form as offsets of the file. */
  public Span absolute(Span relative) {
    return relative.shift(start);
  }

  /** Where a term of this form stands in the file. */
  public Span absolute(Term term) {
    return term.span().shift(start);
  }

  /** An offset of the file as an offset of this form. */
  public int relative(int offset) {
    return offset - start;
  }
}
