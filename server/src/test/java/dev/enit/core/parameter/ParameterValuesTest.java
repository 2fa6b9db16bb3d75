package dev.enit.core.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.TextCase;
import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests every documented parameter, and the values that its description names. */
class ParameterValuesTest {
  @TestFactory
  Stream<DynamicTest> ofTheCatalogue() {
    return TextCase.tests("core/parameter-values", ParameterValuesTest::answer);
  }

  private static String answer(TextCase test) {
    String application = test.input("application").strip();
    return TextCase.lines(
        Parameters.of(application).values().stream()
            .map(parameter -> parameter.key() + ": " + shown(ParameterValues.of(parameter)))
            .sorted()
            .toList());
  }

  private static String shown(ParameterValues values) {
    return String.join(" ", values.atoms())
        + String.join("", values.shapes().stream().map(shape -> " " + shape).toList())
        + values.standard().map(term -> " = " + TermPrinter.print(term)).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "boolean, or auto; true; auto true false",
        "integer, or infinity; 5, at least; infinity",
        "list of a, b or c; a; ''",
        "string; none; ''",
        "{a, b} | c; {a, b}; c"
      })
  void ofWords(String type, String standard, String atoms) {
    Parameter parameter =
        new Parameter(
            "key",
            type,
            Optional.empty(),
            Optional.of(standard),
            TakesEffect.Kind.READ,
            Optional.empty(),
            Optional.empty(),
            "");
    List<String> expected = atoms.isEmpty() ? List.of() : List.of(atoms.split(" "));
    assertEquals(
        expected.stream().sorted().toList(),
        ParameterValues.of(parameter).atoms().stream().sorted().toList());
  }
}
