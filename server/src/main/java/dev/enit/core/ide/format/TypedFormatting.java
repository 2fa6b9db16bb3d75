package dev.enit.core.ide.format;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.TermFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formatting while the user types: after a dot the form that it ends, after a comma the element
 * before it, on a new line its indentation. What is not finished is not touched.
 */
public final class TypedFormatting {
  /** The characters behind which something is done. */
  public static final List<String> TRIGGERS = List.of(".", ",", "\n");

  /** In a longer form the start of a line is too far from the start of the form to look at. */
  private static final int LONGEST = 200_000;

  private TypedFormatting() {}

  /**
   * The changes.
   *
   * @param offset behind the character; behind a line end and what an editor may have put on the
   *     new line by itself
   */
  public static List<TextChange> edits(
      TermFile file, int offset, String typed, FormatOptions options) {
    Form form = before(file, offset);
    if (form == null || offset - form.start() > LONGEST) {
      return List.of();
    }
    return switch (typed) {
      case "." -> form.end() == offset ? ended(file, form, options) : List.of();
      case "," -> ElementSpacing.edits(file, form, offset);
      case "\n" -> Indentation.edits(file, form, offset, options);
      default -> List.of();
    };
  }

  private static List<TextChange> ended(TermFile file, Form form, FormatOptions options) {
    return form.isIntact() ? RangeFormatting.edits(file, List.of(form.span()), options) : List.of();
  }

  /** The last form that starts before an offset; {@code null} where there is none. */
  private static @Nullable Form before(TermFile file, int offset) {
    Form found = null;
    for (Form form : file.forms()) {
      if (form.start() >= offset) {
        break;
      }
      found = form;
    }
    return found;
  }
}
