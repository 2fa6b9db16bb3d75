package dev.enit.grammar.term;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text and the forms in it, in the order of the text and without overlap. It may be created
 * before it is parsed: the first caller that asks for the forms parses them, and every other gets
 * the same ones.
 */
public final class TermFile {
  private final String text;
  private final OtpSyntax syntax;
  private final List<SyntaxError> errors;
  private final Object reading = new Object();
  private volatile @Nullable Unread unread;
  private volatile @Nullable LineIndex lines;
  private volatile List<Form> forms;

  /**
   * The source of a file that has not been parsed.
   *
   * @param before a file that was read
   * @param changed what is different since, in offsets of its text
   */
  public record Unread(TermFile before, Span changed, Supplier<List<Form>> reader) {}

  /**
   * A file that was read.
   *
   * @param syntax of the OTP release that it was read for
   * @param errors errors of the file as a whole (its size), their spans absolute; those of forms
   *     are in the forms
   */
  public TermFile(String text, OtpSyntax syntax, List<Form> forms, List<SyntaxError> errors) {
    this.text = text;
    this.syntax = syntax;
    this.forms = forms;
    this.errors = List.copyOf(errors);
  }

  /** A file that is read when its forms are asked for, for the same OTP as the file before. */
  public TermFile(String text, Unread unread) {
    this(text, unread.before().syntax(), List.of(), List.of());
    this.unread = unread;
  }

  public String text() {
    return text;
  }

  /** Returns the term syntax that it was read in. */
  public OtpSyntax syntax() {
    return syntax;
  }

  public List<SyntaxError> errors() {
    return errors;
  }

  /** Returns what the file is made from, {@code null} once it was read. */
  public @Nullable Unread unread() {
    return unread;
  }

  public List<Form> forms() {
    if (unread != null) {
      synchronized (reading) {
        Unread now = unread;
        if (now != null) {
          forms = now.reader().get();
          unread = null;
        }
      }
    }
    return forms;
  }

  public LineIndex lines() {
    LineIndex known = lines;
    if (known == null) {
      known = LineIndex.of(text);
      lines = known;
    }
    return known;
  }

  /** Returns whether neither the file nor a form of it has an error. */
  public boolean isIntact() {
    return errors.isEmpty() && forms().stream().allMatch(Form::isIntact);
  }

  /**
   * Returns whether {@code file:consult/1} of the OTP that it was read for reads it: it is intact,
   * and has no syntax that this OTP refuses.
   */
  public boolean isReadable() {
    return isIntact()
        && forms().stream()
            .flatMap(form -> form.tree().newer().stream())
            .allMatch(place -> syntax.accepts(place.feature()));
  }

  /** Returns the last form that starts at or before the offset and reaches it, its end included. */
  public Optional<Form> formAt(int offset) {
    int low = 0;
    List<Form> all = forms();
    int high = all.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && all.get(high).end() >= offset
        ? Optional.of(all.get(high))
        : Optional.empty();
  }
}
