package dev.enit.grammar.term;

import java.util.List;
import java.util.Optional;

/**
 * A text and the forms in it, in the order of the text and without overlap.
 *
 * @param errors mistakes of the file as a whole (its size, its bytes), their spans absolute; those
 *     of forms stand in the forms
 */
public record TermFile(String text, List<Form> forms, LineIndex lines, List<SyntaxError> errors) {

  public TermFile {
    errors = List.copyOf(errors);
  }

  /** Whether neither the file nor a form of it has a mistake. */
  public boolean isIntact() {
    return errors.isEmpty() && forms.stream().allMatch(Form::isIntact);
  }

  /** The last form that starts at or before the offset and reaches it, its end included. */
  public Optional<Form> formAt(int offset) {
    int low = 0;
    int high = forms.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (forms.get(middle).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && forms.get(high).end() >= offset
        ? Optional.of(forms.get(high))
        : Optional.empty();
  }
}
