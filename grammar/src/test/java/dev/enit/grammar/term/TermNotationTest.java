package dev.enit.grammar.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.parse.TermParser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermNotationTest {
  /** Terms that are printed as they are written in a file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[5672]",
        "[8080,8081]",
        "[80,81]",
        "\"PQ\"",
        "[80,81,82,83]",
        "[$P,$Q,82]",
        "\"\"",
        "[]",
        "{listen,[80,443],\"P\"}",
        "[[80,81],\"PQ\"]",
        "#{\"PQ\" => [80,81]}",
        "#{[80,81] => \"PQ\"}",
        "\"ᾐᾑ\"",
        "<<80,81>>",
        "<<\"PQ\">>",
        "<<\"é\"/utf8>>",
        "<<195,169>>",
        "{<<\"a\">>,<<97>>}"
      })
  void staysAsWritten(String text) {
    assertEquals(text, TermPrinter.print(term(text)));
  }

  @Test
  void ofAString() {
    assertEquals("<<\"ab\\n\">>", TermPrinter.print(term("<<\"ab\", 10>>")));
    assertEquals("<<\"ab\">>", TermPrinter.print(term("<<(<<\"ab\">>)/binary>>")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[80,81] ~ [80,81]",
        "[80,81,82] ~ \"PQR\"",
        "[5672] ~ [5672]",
        "[8080,8081,8082] ~ [8080,8081,8082]",
        "[200,201,202] ~ [200,201,202]",
        "[97,98,99,10] ~ \"abc\\n\"",
        "[9,10,13] ~ [9,10,13]",
        "[97,98,10] ~ [97,98,10]",
        "[97,98,99,0] ~ [97,98,99,0]",
        "[97,98,99|a] ~ [97,98,99|a]",
        "[97,98|[99]] ~ [97,98,99]"
      })
  void guessesWithoutAFile(String list, String shown) {
    Term guessed = TermNotation.guessed((Term.ListTerm) term(list));
    assertTrue(TermValue.same(term(list), guessed));
    assertEquals(shown, TermPrinter.print(guessed));
  }

  /** Value, how a file writes the corresponding one, and what is shown. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[80,81] ~ \"PQ\" ~ \"PQ\"",
        "[80,82] ~ \"PQ\" ~ \"PR\"",
        "[] ~ \"PQ\" ~ \"\"",
        "[80,0] ~ \"PQ\" ~ [80,0]",
        "[7888,7889] ~ \"x\" ~ \"Ốố\"",
        "\"PQRS\" ~ [80,81] ~ [80,81,82,83]",
        "\"PQRS\" ~ [] ~ \"PQRS\"",
        "\"PQRS\" ~ [a] ~ \"PQRS\"",
        "\"PQRS\" ~ a ~ \"PQRS\"",
        "97 ~ $a ~ $a",
        "98 ~ $a ~ 98",
        "{a,[80,81]} ~ {a,\"x\"} ~ {a,\"PQ\"}",
        "{b,[80,81]} ~ {a,\"x\"} ~ {b,[80,81]}",
        "{a,[80,81],1} ~ {a,\"x\"} ~ {a,[80,81],1}",
        "[{b,[80]},{a,[81]}] ~ [{a,\"x\"},{b,[1]}] ~ [{b,[80]},{a,\"Q\"}]",
        "[[80],[81],[82]] ~ [\"P\",\"x\"] ~ [\"P\",\"Q\",\"R\"]",
        "[[80],[81],[82]] ~ [\"P\",1] ~ [\"P\",[81],[82]]",
        "#{k => [80,81],l => [80]} ~ #{k => \"x\"} ~ #{k => \"PQ\",l => [80]}",
        "#{[107] => [80,81]} ~ #{\"k\" => \"x\"} ~ #{\"k\" => \"PQ\"}",
        "<<\"PQ\">> ~ <<1,2>> ~ <<80,81>>",
        "<<80,81>> ~ <<\"x\">> ~ <<\"PQ\">>",
        "[80|a] ~ \"PQ\" ~ [80|a]"
      })
  void followsTheFile(String value, String model, String shown) {
    Term like = TermNotation.like(term(value), term(model));
    assertTrue(TermValue.same(term(value), like));
    assertEquals(shown, TermPrinter.print(like));
  }

  @Test
  void isLeftOpenForWhatNoFileCanHold() {
    Term pid = new Term.Opaque(Span.at(0), "<0.42.0>", Bytes.EMPTY);
    Term list = new Term.ListTerm(Span.at(0), List.of(pid), null);
    assertEquals("[<0.42.0>]", TermPrinter.print(TermNotation.like(list, term("\"x\""))));
  }

  private static Term term(String text) {
    return Objects.requireNonNull(TermParser.parse(text + ".").forms().getFirst().term());
  }
}
