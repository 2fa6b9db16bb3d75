package dev.enit.core.ide.action;

import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.parse.TermParser;
import java.util.List;
import java.util.Optional;

/**
 * An element of a list as text, with what people wrote of it.
 *
 * @param above comments, a line each
 * @param element without its comma
 * @param behind the comment on its line
 */
record ListElement(List<String> above, String element, Optional<String> behind) {
  ListElement {
    above = List.copyOf(above);
  }

  /** An element without text. */
  static ListElement of(String element) {
    return new ListElement(List.of(), element, Optional.empty());
  }

  boolean hasComments() {
    return !above.isEmpty() || behind.isPresent();
  }

  /**
   * The lines of it, joined by line ends, without one at the end.
   *
   * @param indent of every line
   * @param separator behind the element
   */
  String lines(String indent, String separator) {
    StringBuilder lines = new StringBuilder();
    above.forEach(comment -> lines.append(indent).append(comment).append('\n'));
    lines.append(indent).append(element).append(separator);
    behind.ifPresent(comment -> lines.append(' ').append(comment));
    return lines.toString();
  }

  /** The same as it stands in a list that its author lays out in a way of his own. */
  ListElement laidOut(String indent) {
    boolean severalLines =
        SourceTokens.of(element).stream()
            .anyMatch(token -> token.span().in(element).indexOf('\n') >= 0);
    return severalLines
        ? this
        : new ListElement(
            above,
            TermFormatter.format(TermParser.parse(element + "."), FormatOptions.DEFAULT)
                .map(text -> text.stripTrailing().replaceFirst("\\.$", ""))
                .map(text -> text.replaceAll("\r?\n", "\n" + indent))
                .orElse(element),
            behind);
  }
}
