package dev.enit.grammar.term;

import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import java.util.Arrays;
import java.util.List;

/**
 * The forms of a file whose repairs may be applied unasked. An error at the end of a form can make
 * the next one look broken, so forms that are broken side by side are judged together.
 */
public final class CertainRepairs {
  private final boolean[] certain;

  public CertainRepairs(TermFile file) {
    List<Form> forms = file.forms();
    certain = new boolean[forms.size()];
    int from = 0;
    while (from < forms.size()) {
      int to = from + 1;
      while (to < forms.size() && hangTogether(file.text(), forms.get(to - 1), forms.get(to))) {
        to++;
      }
      List<Form> run = forms.subList(from, to);
      boolean alone = run.size() == 1 || run.stream().allMatch(CertainRepairs::isDotMissing);
      boolean holds = alone && run.stream().allMatch(CertainRepairs::isCertain);
      Arrays.fill(certain, from, to, holds);
      from = to;
    }
  }

  /** Returns whether the certain repairs of a form, given by its index, may be applied unasked. */
  public boolean areIn(int index) {
    return certain[index];
  }

  private static boolean isCertain(Form form) {
    return form.tree().errors().stream()
        .allMatch(
            error -> {
              Repair repair = error.repair();
              return repair == null ? isBoolean(error) : repair.certain();
            });
  }

  /** Returns whether an error is a word such as {@code True}, which has but one meaning. */
  private static boolean isBoolean(SyntaxError error) {
    String word = error.arguments().isEmpty() ? "" : error.arguments().getFirst();
    return error.kind() == Kind.VARIABLE
        && (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"));
  }

  /** Returns whether an error of one form may be what another one suffers from. */
  private static boolean hangTogether(String text, Form one, Form other) {
    if (one.isIntact() || other.isIntact()) {
      return false;
    }
    boolean ends = !isDotMissing(one) && text.charAt(one.end() - 1) == '.';
    boolean begins =
        text.charAt(other.start()) == '{'
            && (other.start() == 0 || text.charAt(other.start() - 1) == '\n');
    return !(ends && begins && isCertain(one) && isCertain(other));
  }

  private static boolean isDotMissing(Form form) {
    List<SyntaxError> errors = form.tree().errors();
    return errors.size() == 1
        && (errors.getFirst().kind() == Kind.MISSING_DOT
            || errors.getFirst().kind() == Kind.DOT_WITHOUT_SPACE);
  }
}
