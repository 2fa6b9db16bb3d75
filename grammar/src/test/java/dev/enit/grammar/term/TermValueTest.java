package dev.enit.grammar.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.parse.TermParser;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"abc\" ~ [97,98,99] ~ true",
        "\"abc\" ~ [$a|\"bc\"] ~ true",
        "\"\" ~ [] ~ true",
        "\"a\" \"b\" ~ \"ab\" ~ true",
        "[a|[b]] ~ [a,b] ~ true",
        "[a|b] ~ [a,b] ~ false",
        "[a|b] ~ [a|'b'] ~ true",
        "$a ~ 97 ~ true",
        "16#ff ~ 255 ~ true",
        "1 ~ 1.0 ~ false",
        "0.0 ~ -0.0 ~ false",
        "#{0.0=>a,-0.0=>b} ~ #{-0.0=>b,0.0=>a} ~ true",
        "a ~ 'a' ~ true",
        "a ~ \"a\" ~ false",
        "{a,1} ~ {a,1} ~ true",
        "{a,1} ~ {a,1,1} ~ false",
        "{a,1} ~ [a,1] ~ false",
        "#{a=>1,b=>2} ~ #{b=>2,a=>1} ~ true",
        "#{a=>1,a=>2} ~ #{a=>2} ~ true",
        "#{a=>1,a=>2} ~ #{a=>1} ~ false",
        "#{\"a\"=>1} ~ #{[97]=>1} ~ true",
        "#{1=>a} ~ #{1.0=>a} ~ false",
        "<<\"a\">> ~ <<97>> ~ true",
        "<<1:3>> ~ <<1>> ~ false",
        "fun m:f/1 ~ fun 'm':f/1 ~ true",
        "fun m:f/1 ~ fun m:f/2 ~ false"
      })
  void compares(String one, String other, boolean same) {
    Term first = term(one);
    Term second = term(other);
    assertEquals(same, TermValue.same(first, second));
    assertEquals(same, TermValue.same(second, first));
    if (same) {
      assertEquals(TermValue.hash(first), TermValue.hash(second));
    }
  }

  @Test
  void whatIsMissingEqualsNothing() {
    Term missing = new Term.Missing(Span.at(0));
    assertFalse(TermValue.same(missing, missing));
  }

  /** The work grows with the nesting, and does not double with each level. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void mapsAsKeysOfMaps() {
    int depth = 400;
    String text = "#{".repeat(depth) + "a => 1" + "} => 1".repeat(depth - 1) + "}";
    Term one = term(text);
    assertTrue(TermValue.same(one, term(text)));
    assertFalse(TermValue.same(one, term(text.replace("a", "b"))));
    assertTrue(TermPrinter.print(one).startsWith("#{#{"));
  }

  private static Term term(String text) {
    return Objects.requireNonNull(TermParser.parse(text + ".").forms().getFirst().term());
  }
}
