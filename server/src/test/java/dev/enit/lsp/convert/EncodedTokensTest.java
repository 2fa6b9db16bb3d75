package dev.enit.lsp.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form.FormTree;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.EncodedTokens.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that reused tokens have the same encoding as recomputed ones. */
class EncodedTokensTest {
  private static final Path PATH = Path.of("/a/b.config");
  private static final String TEXT =
      """
      %% \uD83D\uDC19 settings
      {node, [{cookie, "x\u00E5"}]}. {kernel, [{a, 1}]}. % twice
      {shop, [
          {text, "two\r
      lines \uD83D\uDC19"}, {b, c},
          {key, \u00E5x} % d
      ]}.

      {sasl, [{utc_log, true}]}.
      """;

  /** Pieces that make other tokens, lines and forms of a text. */
  private static final List<String> PIECES =
      List.of("\n", "\r\n", "% e\n", ".", ". ", "\"", "{", "}", ",", "\u00E5", "\uD83D\uDC19", " ");

  private static Tokens full(PositionEncoding encoding, TermFile file) {
    return EncodedTokens.of(encoding, PATH, file, Tokens.NONE);
  }

  @ParameterizedTest
  @EnumSource(PositionEncoding.class)
  void everyTokenIsWhereItsPositionSays(PositionEncoding encoding) {
    TermFile file = TermParser.parse(TEXT);
    List<String> words = words(encoding, file, full(encoding, file).data());
    assertEquals(
        List.of(
            "%% \uD83D\uDC19 settings",
            "node",
            "cookie",
            "\"x\u00E5\"",
            "kernel",
            "a",
            "1",
            "% twice",
            "shop",
            "text",
            "\"two",
            "lines \uD83D\uDC19\"",
            "b",
            "c",
            "key",
            "\u00E5x",
            "% d",
            "sasl",
            "utc_log",
            "true"),
        words);
  }

  @ParameterizedTest
  @EnumSource(PositionEncoding.class)
  void editsMakeWhatReadingAnewMakes(PositionEncoding encoding) {
    Random random = new Random(42);
    TermFile file = TermParser.parse(TEXT);
    Tokens told = full(encoding, file);
    for (int i = 0; i < 2000; i++) {
      String text = file.text();
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(4));
      String piece = random.nextInt(3) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
      String after = text.substring(0, start) + piece + text.substring(end);
      file = TermParser.reparse(file, new Span(start, end), after.isEmpty() ? TEXT : after);
      if (i % 50 == 49) {
        file = TermParser.parse(TEXT);
      }
      Tokens now = EncodedTokens.of(encoding, PATH, file, told);
      assertArrayEquals(full(encoding, file).data(), now.data(), file.text());
      TokenChange change = TokenChange.between(told.data(), now.data());
      assertArrayEquals(now.data(), applied(told.data(), change));
      told = now;
    }
  }

  @Test
  void aKeystrokeKeepsTheNumbersOfOtherForms() {
    TermFile file = TermParser.parse(TEXT);
    Tokens told = full(PositionEncoding.UTF16, file);
    int at = TEXT.indexOf("true");
    TermFile edited =
        TermParser.reparse(file, Span.at(at), TEXT.substring(0, at) + "x" + TEXT.substring(at));
    Tokens now = EncodedTokens.of(PositionEncoding.UTF16, PATH, edited, told);
    FormTree first = file.forms().getFirst().tree();
    assertSame(told.unit(first), now.unit(first));
    TokenChange change = TokenChange.between(told.data(), now.data());
    assertTrue(change.inserted().length <= 5, "one token");
    assertTrue(TokenChange.between(now.data(), now.data()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(PositionEncoding.class)
  void aRangeHasTheTokensOfItsLines(PositionEncoding encoding) {
    TermFile file = TermParser.parse(TEXT);
    for (int start = 0; start <= TEXT.length(); start += 3) {
      for (int end = start; end <= TEXT.length(); end += 7) {
        int[] range = EncodedTokens.in(encoding, PATH, file, new Span(start, end), Tokens.NONE);
        int first = file.lines().line(start);
        int last = file.lines().line(end);
        int[] expected = TokenLines.within(full(encoding, file).data(), first, last);
        assertArrayEquals(expected, range);
      }
    }
    assertEquals(
        List.of("shop", "text", "\"two"),
        words(
            encoding,
            file,
            EncodedTokens.in(
                encoding,
                PATH,
                file,
                new Span(TEXT.indexOf("shop"), TEXT.indexOf("two")),
                Tokens.NONE)));
  }

  private static int[] applied(int[] before, TokenChange change) {
    List<Integer> numbers = new ArrayList<>();
    for (int number : before) {
      numbers.add(number);
    }
    numbers.subList(change.start(), change.start() + change.deleted()).clear();
    for (int i = 0; i < change.inserted().length; i++) {
      numbers.add(change.start() + i, change.inserted()[i]);
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<String> words(PositionEncoding encoding, TermFile file, int[] data) {
    List<String> words = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (int i = 0; i < data.length; i += 5) {
      column = data[i] == 0 ? column + data[i + 1] : data[i + 1];
      line += data[i];
      int start = encoding.offset(file, new org.eclipse.lsp4j.Position(line, column));
      int end = encoding.offset(file, new org.eclipse.lsp4j.Position(line, column + data[i + 2]));
      words.add(file.text().substring(start, end));
    }
    return words;
  }
}
