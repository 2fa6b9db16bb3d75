package dev.enit.grammar.term;

import java.util.List;
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

  /**
   * The syntax tree of one form, independent of the place of the form: an unchanged form keeps its
   * tree, the very object, through every edit elsewhere. What is derived from a form alone may be
   * remembered by the identity of its tree.
   *
   * @param length of the form's text, from its start to after its dot (or to where the next form
   *     begins)
   * @param term the term, {@code null} where nothing of the form can be understood
   * @param errors the errors, in the order of the text
   * @param newer places with newer syntax
   * @param looked how much text from the form's start has made the tree what it is, the place after
   *     the end of the text counting as one unit: a change after that does not touch the form
   */
  public record FormTree(
      int length,
      @Nullable Term term,
      List<SyntaxError> errors,
      List<NewerSyntax> newer,
      int looked) {
    public FormTree {
      errors = List.copyOf(errors);
      newer = List.copyOf(newer);
    }

    /** A tree made of nothing but the form's own text and the unit after it. */
    public FormTree(
        int length, @Nullable Term term, List<SyntaxError> errors, List<NewerSyntax> newer) {
      this(length, term, errors, newer, length + 1);
    }
  }
}
