package dev.enit.core.ide.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that formatting while a text grows changes only its white space. */
class TypedFormattingTest {
  private static final String TEXT =
      """
      %% a, b. c
      {kernel,[{logger,[{handler, default , #{level=>info,file=>"a, b.
      c",more=><<"x",1:8,2>>}}]},   % one, two.
          {address,{127,0,0,1}},{ 'a,b' ,"c" "d", 16#ff, 1.5}
         ,{x, fun m:f/1}] }.
      {sasl, [{a,[1,2|[3]]}]}.
      """;

  @Test
  void onlyWhiteSpaceChangesInEveryPrefix() {
    for (int length = 0; length <= TEXT.length(); length++) {
      TermFile file = TermParser.parse(TEXT.substring(0, length));
      for (String trigger : List.of(".", ",", "\n", "x")) {
        keepsTokens(
            file, TypedFormatting.edits(file, length, trigger, FormatOptions.DEFAULT), trigger);
      }
    }
  }

  @Test
  void onlyWhiteSpaceChangesAtEveryOffset() {
    TermFile file = TermParser.parse(TEXT.replace("default ,", "default"));
    for (int offset = 0; offset <= file.text().length(); offset++) {
      for (String trigger : TypedFormatting.TRIGGERS) {
        keepsTokens(
            file, TypedFormatting.edits(file, offset, trigger, FormatOptions.DEFAULT), trigger);
      }
      Span range = new Span(offset, Math.min(offset + 40, file.text().length()));
      keepsTokens(
          file, RangeFormatting.edits(file, List.of(range), FormatOptions.DEFAULT), "range");
    }
  }

  /** A comma may change places with a comment. */
  private static void keepsTokens(TermFile file, List<TextChange> edits, String what) {
    assertEquals(
        letters(file.text()), letters(TextChange.apply(file.text(), edits)), what + " " + edits);
  }

  private static List<Integer> letters(String text) {
    return text.codePoints().filter(c -> !Character.isWhitespace(c)).sorted().boxed().toList();
  }
}
