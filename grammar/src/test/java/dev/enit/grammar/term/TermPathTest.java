package dev.enit.grammar.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.grammar.parse.TermParser;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cursor is at {@code <|>}. */
class TermPathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{kernel, [{a, <|>1}]}. ~ Tuple ListTerm Tuple Int",
        "{kernel, [{a, 1<|>}]}. ~ Tuple ListTerm Tuple Int",
        "{ker<|>nel, []}. ~ Tuple Atom",
        "{a,<|> b}. ~ Tuple",
        "{a, <|>}. ~ Tuple Missing",
        "{a, [{b, 1}, <|>]}. ~ Tuple ListTerm Missing",
        "#{a => <|>b}. ~ MapTerm Atom",
        "#{a => <|>}. ~ MapTerm Missing",
        "[a|<|>b]. ~ ListTerm Atom",
        "{a, 1}. <|> ~ ``",
        "{a, [<|> ~ Tuple ListTerm"
      })
  void leadsToTheInnermostTerm(String marked, String expected) {
    int offset = marked.indexOf("<|>");
    TermFile file = TermParser.parse(marked.replace("<|>", ""));
    Form form = file.forms().getFirst();
    TermPath path = TermPath.to(form.tree(), form.relative(offset));
    assertEquals(
        expected,
        path.terms().stream()
            .map(t -> t.getClass().getSimpleName())
            .collect(Collectors.joining(" ")));
  }
}
