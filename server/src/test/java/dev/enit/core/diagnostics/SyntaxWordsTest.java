package dev.enit.core.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.parse.TermParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tests that every syntax error has a message, whatever its arguments, related places and fixes
 * are.
 */
class SyntaxWordsTest {
  private static final OtpIndex NOTHING = OtpIndex.scan(Optional.empty(), List.of());

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "<<",
          ">>",
          "#{",
          "a",
          ",",
          "\n",
          "1",
          "=>",
          ".",
          "\n  ",
          "'q'",
          "\"s\"",
          "\"open",
          "'open",
          "X",
          "_",
          "true",
          "True",
          "1__0",
          "1.2.3.4",
          "16#zz",
          "1.0e",
          "++",
          "=",
          ":",
          "|",
          ";",
          ":=",
          "fun",
          "fun f",
          "case",
          "end",
          "#r{",
          "?M",
          "“",
          "$",
          "\\",
          "~b",
          "\"\"\"",
          "\u0001",
          "é",
          "-",
          "+ ",
          "/",
          "f(",
          "a:b",
          ">",
          "<",
          "%c\n",
          "\"\\xzz\"",
          "<<1:x>>",
          "1.0e999",
          "..");

  @Test
  void everyMistakeCanBeTold() {
    Random random = new Random(20);
    Set<DiagnosticCode> seen = EnumSet.noneOf(DiagnosticCode.class);
    for (int i = 0; i < 6_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(10); length > 0; length--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(random.nextInt(3) == 0 ? " " : "");
      }
      for (Diagnostic diagnostic : diagnostics(text.append(".").toString())) {
        seen.add(diagnostic.code());
        assertTold(text.toString(), diagnostic);
      }
    }
    Set<DiagnosticCode> unseen =
        EnumSet.range(DiagnosticCode.MISSING_COMMA, DiagnosticCode.UNEXPECTED_TOKEN);
    unseen.removeAll(seen);
    assertEquals(Set.of(), unseen, "mistakes that no text has");
  }

  private static void assertTold(String text, Diagnostic diagnostic) {
    List<String> words = new ArrayList<>(List.of(diagnostic.message()));
    diagnostic.related().forEach(related -> words.add(diagnostic.message(related)));
    diagnostic.fixes().forEach(fix -> words.add(diagnostic.title(fix)));
    for (String word : words) {
      assertFalse(word.isBlank(), () -> diagnostic.code() + " of " + text);
      assertTrue(!word.matches("(?s).*`\\{[0-9]}`.*"), () -> word + " of " + text);
    }
  }

  private static List<Diagnostic> diagnostics(String text) {
    SourceFile file = SourceFile.open(Path.of("/x/user.config"), TermParser.parse(text), 1);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Check.OfFile check : CheckTable.OF_FILE) {
      check.check(file, NOTHING, diagnostics::add);
    }
    return diagnostics;
  }
}
