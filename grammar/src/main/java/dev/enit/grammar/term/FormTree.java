package dev.enit.grammar.term;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
