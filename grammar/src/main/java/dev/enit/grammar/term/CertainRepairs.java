package dev.enit.grammar.term;

import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import java.util.List;

/**
 * Which forms of a file have repairs that may be applied unasked. A mistake at the end of a form
 * can make the next one look broken, so forms that are broken side by side are judged together.
 */
public final class CertainRepairs {
  private final String text;
  private final List<Form> forms;

  public CertainRepairs(TermFile file) {
    text = file.text();
    forms = file.forms();
  }

  /** Whether the certain repairs of a form, given by its index, may be applied unasked. */
  public boolean areIn(int index) {
    Form form = forms.get(index);
    return !form.isIntact()
        && isCertain(form)
        && (index == 0 || isIndependent(forms.get(index - 1), form))
        && (index + 1 == forms.size() || isIndependent(form, forms.get(index + 1)));
  }

  private static boolean isCertain(Form form) {
    return form.tree().errors().stream()
        .allMatch(
            error -> {
              Repair repair = error.repair();
              return repair == null ? isBoolean(error) : repair.certain();
            });
  }

  /** Whether an error is a word such as {@code True}, which has but one meaning. */
  private static boolean isBoolean(SyntaxError error) {
    String word = error.arguments().isEmpty() ? "" : error.arguments().getFirst();
    return error.kind() == Kind.VARIABLE
        && (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"));
  }

  /** Whether the mistakes of two neighbours have nothing to do with each other. */
  private boolean isIndependent(Form one, Form other) {
    if (one.isIntact() || other.isIntact()) {
      return true;
    }
    if (isDotMissing(one) && isDotMissing(other)) {
      return true;
    }
    boolean ends = !isDotMissing(one) && text.charAt(one.end() - 1) == '.';
    boolean begins =
        text.charAt(other.start()) == '{'
            && (other.start() == 0 || text.charAt(other.start() - 1) == '\n');
    return ends && begins && isCertain(one) && isCertain(other);
  }

  private static boolean isDotMissing(Form form) {
    List<SyntaxError> errors = form.tree().errors();
    return errors.size() == 1
        && (errors.getFirst().kind() == Kind.MISSING_DOT
            || errors.getFirst().kind() == Kind.DOT_WITHOUT_SPACE);
  }
}
