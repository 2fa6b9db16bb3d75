package dev.enit.core.otp;

import dev.enit.core.TextCase;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests the parser of {@code .app} files. */
class AppFileTest {
  @TestFactory
  Stream<DynamicTest> files() {
    return TextCase.tests("core/app-file", AppFileTest::answer);
  }

  private static String answer(TextCase test) {
    return AppFile.of(Path.of("shop.app"), TermParser.parse(test.input("shop.app")))
        .map(AppFileTest::words)
        .orElse("nothing\n");
  }

  private static String words(AppFile app) {
    List<String> lines = new ArrayList<>();
    lines.add(app.name() + " " + app.version() + " \"" + app.description() + "\"");
    lines.add("applications " + app.applications());
    lines.add("included " + app.included());
    lines.add("optional " + app.optional());
    app.defaults()
        .forEach(
            (key, value) ->
                lines.add(
                    key + " = " + TermPrinter.print(value.value()) + ", line " + value.line()));
    return TextCase.lines(lines);
  }
}
