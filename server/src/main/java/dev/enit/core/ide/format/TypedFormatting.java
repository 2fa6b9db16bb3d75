package dev.enit.core.ide.format;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.parse.SourceTokens.Kind;
import dev.enit.grammar.parse.SourceTokens.Token;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayDeque;
import java.util.Deque;
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

  /**
   * The indentation of a new line: one step deeper than the line with the innermost open bracket,
   * and that of this line where it begins with the closer. The lines above count as they are, laid
   * out or not.
   */
  private static final class Indentation {
    private final TermFile file;
    private final Form form;
    private final Span line;
    private final String step;

    private Indentation(TermFile file, Form form, Span line, FormatOptions options) {
      this.file = file;
      this.form = form;
      this.line = line;
      this.step = " ".repeat(options.indent());
    }

    /** The change of the white space that the line of an offset begins with. */
    static List<TextChange> edits(TermFile file, Form form, int offset, FormatOptions options) {
      Span line = file.lines().lineSpan(file.lines().line(offset));
      return line.start() <= form.start()
          ? List.of()
          : new Indentation(file, form, line, options).edits();
    }

    private List<TextChange> edits() {
      String begun = file.text().substring(form.start(), line.end());
      int relative = line.start() - form.start();
      Deque<Integer> openers = new ArrayDeque<>();
      Kind last = Kind.COMMA;
      int closed = -1;
      for (Token token : SourceTokens.of(begun)) {
        Span span = token.span();
        if (span.start() < relative && span.end() > relative) {
          // A text goes on here; white space in it is part of it.
          return List.of();
        }
        if (span.start() >= relative && !ElementSpacing.isCloser(token.kind())) {
          break;
        }
        if (ElementSpacing.isOpener(token.kind())) {
          openers.push(form.start() + span.start());
        } else if (ElementSpacing.isCloser(token.kind()) && !openers.isEmpty()) {
          int opener = openers.pop();
          closed = span.start() >= relative ? opener : closed;
        }
        last = token.kind() == Kind.COMMENT ? last : token.kind();
      }
      return edit(last == Kind.DOT ? "" : wanted(openers, closed));
    }

    private String wanted(Deque<Integer> openers, int closed) {
      if (closed >= 0) {
        return indentation(closed);
      }
      return openers.isEmpty() ? "" : deeper(indentation(openers.peek()));
    }

    private String deeper(String indentation) {
      return indentation + (indentation.startsWith("\t") ? "\t" : step);
    }

    /** What the line of an offset begins with. */
    private String indentation(int offset) {
      return white(file.lines().lineSpan(file.lines().line(offset))).in(file.text());
    }

    private Span white(Span of) {
      int end = of.start();
      while (end < of.end() && " \t".indexOf(file.text().charAt(end)) >= 0) {
        end++;
      }
      return new Span(of.start(), end);
    }

    private List<TextChange> edit(String wanted) {
      Span white = white(line);
      return white.in(file.text()).equals(wanted)
          ? List.of()
          : List.of(new TextChange(white, wanted));
    }
  }
}
