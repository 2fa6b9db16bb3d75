package dev.enit.core.ide.format;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.parse.SourceTokens.Kind;
import dev.enit.grammar.parse.SourceTokens.Token;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The formatter of an element's white space, once the comma after it exists. Whatever stands before
 * it may be unfinished. An element on several lines is left for later.
 */
final class ElementSpacing {
  /** Wide enough that nothing on one line is put on several. */
  private static final FormatOptions ONE_LINE = new FormatOptions(1_000_000, 4);

  private ElementSpacing() {}

  /** The changes between the element's start and the comma before the offset. */
  static List<TextChange> edits(TermFile file, Form form, int offset) {
    String typed = file.text().substring(form.start(), offset);
    List<Token> tokens = SourceTokens.of(typed);
    if (tokens.isEmpty()
        || tokens.getLast().kind() != Kind.COMMA
        || tokens.getLast().span().end() != typed.length()) {
      return List.of();
    }
    int first = firstOfElement(tokens);
    if (first >= tokens.size() - 1) {
      return List.of();
    }
    Span element = new Span(tokens.get(first).span().start(), typed.length() - 1);
    return layOut(element.in(typed)).stream()
        .map(edit -> edit(edit, form.start() + element.start()))
        .toList();
  }

  private static TextChange edit(TextChange edit, int distance) {
    return new TextChange(edit.span().shift(distance), edit.text());
  }

  /** The index of the token with which the element before the last comma begins. */
  private static int firstOfElement(List<Token> tokens) {
    int depth = 0;
    int index = tokens.size() - 1;
    while (index > 0) {
      Kind kind = tokens.get(index - 1).kind();
      if (depth == 0 && (isOpener(kind) || isSeparator(kind))) {
        break;
      }
      depth += isCloser(kind) ? 1 : isOpener(kind) ? -1 : 0;
      index--;
    }
    return index;
  }

  /** A dot takes the part of the comma: it is what the parser wants behind a term. */
  private static List<TextChange> layOut(String element) {
    if (element.indexOf('\n') >= 0) {
      return List.of();
    }
    List<TextChange> edits = new ArrayList<>();
    String before = element + ".";
    TermFormatter.format(TermParser.parse(before), ONE_LINE)
        .map(String::stripTrailing)
        .filter(after -> after.indexOf('\n') < 0)
        .ifPresent(after -> edits.addAll(FormattingEdits.between(before, after)));
    return edits;
  }

  private static boolean isSeparator(Kind kind) {
    return kind == Kind.COMMA || kind == Kind.BAR || kind == Kind.ARROW || kind == Kind.COMMENT;
  }

  static boolean isOpener(Kind kind) {
    return switch (kind) {
      case LBRACE, LBRACKET, LPAREN, LBINARY -> true;
      default -> false;
    };
  }

  static boolean isCloser(Kind kind) {
    return switch (kind) {
      case RBRACE, RBRACKET, RPAREN, RBINARY -> true;
      default -> false;
    };
  }
}
