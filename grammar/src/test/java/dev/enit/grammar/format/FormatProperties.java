package dev.enit.grammar.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermValue;
import java.util.List;
import java.util.Objects;

/** The properties that hold for every formatted text. */
final class FormatProperties {
  private FormatProperties() {}

  /** Formats a text without mistakes and checks the result against it. */
  static String check(String text, FormatOptions options) {
    TermFile file = TermParser.parse(text);
    String formatted = TermFormatter.format(file, options).orElseThrow();
    TermFile again = TermParser.parse(formatted);
    assertSameValues(file, again, formatted);
    assertEquals(comments(text), comments(formatted));
    assertEquals(tokens(text), tokens(formatted));
    assertTidy(formatted);
    assertEquals(formatted, TermFormatter.format(again, options).orElseThrow(), text);
    return formatted;
  }

  private static void assertSameValues(TermFile before, TermFile after, String formatted) {
    assertTrue(after.isIntact(), formatted);
    assertEquals(before.forms().size(), after.forms().size(), formatted);
    for (int i = 0; i < before.forms().size(); i++) {
      Form one = before.forms().get(i);
      Form other = after.forms().get(i);
      assertTrue(
          TermValue.same(Objects.requireNonNull(one.term()), Objects.requireNonNull(other.term())),
          formatted);
    }
  }

  private static List<String> comments(String text) {
    return SourceTokens.of(text).stream()
        .filter(token -> token.kind() == SourceTokens.Kind.COMMENT)
        .map(token -> token.span().in(text).stripTrailing())
        .toList();
  }

  private static List<String> tokens(String text) {
    return SourceTokens.of(text).stream()
        .filter(token -> token.kind() != SourceTokens.Kind.COMMENT)
        .map(token -> token.span().in(text))
        .toList();
  }

  /** Asserts no white space at line ends, no two empty lines and no tabs, except in literals. */
  private static void assertTidy(String formatted) {
    String masked = withoutTokens(formatted);
    String end = masked.contains("\r\n") ? "\r\n" : "\n";
    assertTrue(masked.isEmpty() || masked.endsWith(end), formatted);
    assertTrue(!masked.startsWith(end) && !masked.contains(end + end + end), formatted);
    assertTrue(!masked.contains(" " + end) && !masked.contains("\t"), formatted);
    assertTrue(end.equals("\n") || masked.replace("\r\n", "").indexOf('\n') < 0, formatted);
  }

  /**
   * Returns the text with a letter in the place of each token; line ends are no part of comments.
   */
  private static String withoutTokens(String text) {
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (SourceTokens.Token token : SourceTokens.of(text)) {
      Span span = token.span();
      masked.append(text, from, span.start()).append('x');
      from = text.charAt(span.end() - 1) == '\r' ? span.end() - 1 : span.end();
    }
    return masked.append(text, from, text.length()).toString();
  }
}
