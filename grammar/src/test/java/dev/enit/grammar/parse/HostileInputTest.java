package dev.enit.grammar.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that hostile input is parsed too, and in linear time. The time limits are far above what is
 * needed: they are there to end a test in which the time has become quadratic.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {
  private static final int TEN_MEGABYTES = 10_000_000;
  private static final int HALF_A_MEGABYTE = 500_000;

  /** What is repeated up to half a megabyte: enough to see whether the time is linear. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "}",
        "]",
        "(",
        "<<",
        "#{",
        "\"",
        "'",
        "$",
        "\\",
        "\u0000",
        " ",
        "\n",
        ".",
        ". ",
        ",",
        "a ",
        "a\n",
        "{a\n",
        "{a,\n",
        "{a, [\n",
        "{a}\n",
        "{a},\n",
        "{a}.{b}.",
        "{a, \"x}.\n",
        "{a, 'x \"}.\n",
        "{a, \"\"\"\n",
        "{a, ~s( [\n",
        "{a, ~B[ 'b\" \n",
        "\"\\\n",
        "[}",
        "a}",
        "{a]\n",
        "%",
        "%\n",
        "-",
        "1_",
        "9",
        "16#f",
        "fun ",
        "begin ",
        "#a",
        "?",
        "“",
        "{“a\n",
        "\uD800",
        "\uDC00",
        "\uFFFE",
        "é",
        "ж",
        "$\\",
        "~",
        "~\"",
        "a:b,",
        "{a b}\n",
        "1.",
        "/*",
        "\"a\" ",
        "[a|",
        "{a, 1.\n{",
        "<<1:",
        "=>",
        "{a,\n\"\n",
        "[a},\n",
        "{a, (",
        "\"\"\"\n",
        "\r\n"
      })
  void repeatedIsRead(String piece) {
    checkForms(piece.repeat(HALF_A_MEGABYTE / piece.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[", "\"", "a", "{a, \"x}.\n", "\u0000", "[}"})
  void ofTenMegabytesIsRead(String piece) {
    checkForms(piece.repeat(TEN_MEGABYTES / piece.length()));
  }

  @Test
  void brackets() {
    TermFile file = TermParser.parse("[".repeat(100_000) + "]".repeat(100_000) + ".\n{a}.");
    assertEquals(2, file.forms().size());
    assertEquals(List.of(Kind.TOO_DEEP), kinds(file.forms().getFirst()));
    assertTrue(file.forms().get(1).isIntact());
  }

  @Test
  void bracketsWithoutEnd() {
    TermFile file = TermParser.parse("[".repeat(100_000));
    assertEquals(Kind.TOO_DEEP, file.forms().getFirst().tree().errors().getFirst().kind());
  }

  @Test
  void nestedAsDeepAsIsRead() {
    String deep = "{".repeat(500) + "}".repeat(500) + ".";
    assertTrue(TermParser.parse(deep).isIntact());
    assertFalse(TermParser.parse("{" + deep.replace(".", "}.")).isIntact());
  }

  @Test
  void aQuoteBeforeTenMegabytes() {
    TermFile file = TermParser.parse("\"" + "{a, b}.\n".repeat(TEN_MEGABYTES / 8));
    assertEquals(
        Kind.UNTERMINATED_STRING, file.forms().getFirst().tree().errors().getFirst().kind());
    assertEquals(TEN_MEGABYTES / 8, file.forms().size());
  }

  @Test
  void tooLong() {
    String text = " ".repeat(TermParser.LONGEST_TEXT + 1);
    SyntaxError error = TermParser.parse(text).errors().getFirst();
    assertEquals(Kind.TOO_LONG, error.kind());
    assertEquals(List.of("24000001", "24000000"), error.arguments());
    assertEquals(Span.at(0), error.span());
  }

  @Test
  void anyCharacters() {
    Random random = new Random(7);
    String interesting = "{}[]()<>|,.;:=#~$%\\\"'\n \t+-*/a1XbeE_@?&^`“”‘é\u0000\uD83D\uDE00\uFFFF";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(60); j > 0; j--) {
        text.append(interesting.charAt(random.nextInt(interesting.length())));
      }
      checkForms(text.toString());
    }
  }

  /**
   * Asserts that forms follow each other within the text, and that a file that is not intact has
   * errors.
   */
  private static void checkForms(String text) {
    TermFile file = TermParser.parse(text);
    int end = 0;
    for (Form form : file.forms()) {
      assertTrue(form.start() >= end && form.end() > form.start());
      assertTrue(form.term() != null);
      end = form.end();
    }
    assertTrue(end <= text.length());
  }

  private static List<Kind> kinds(Form form) {
    return form.tree().errors().stream().map(SyntaxError::kind).toList();
  }

  /** The dot comes after what was left out, or nothing of the form could be understood. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "[{", "<<", "#{a => ("})
  void whatIsNestedTooDeepMayLackItsClosers(String opener) {
    TermFile file = TermParser.parse("{shop, [{a, " + opener.repeat(1000) + "x}]}]}.\n{next, []}.");
    assertEquals(List.of(), file.errors());
    assertFalse(file.isIntact());
    assertInstanceOf(Term.Tuple.class, file.forms().getFirst().term());
  }
}
