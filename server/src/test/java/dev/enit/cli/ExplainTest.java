package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.check.DiagnosticCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExplainTest {
  private static Outcome enit(boolean isTerminal, String... arguments) {
    return InProcess.run(Path.of("/"), Map.of(), new byte[0], isTerminal, List.of(arguments));
  }

  @Test
  void theListNamesEveryCodeWithItsTitle() {
    List<String> lines = enit(false, "explain").stdout().lines().toList();
    assertEquals(DiagnosticCode.values().length, lines.size());
    int next = 0;
    for (DiagnosticCode code : DiagnosticCode.values()) {
      String line = lines.get(next++);
      assertTrue(line.startsWith(code.id() + "  " + code.slug() + " "), line);
      assertTrue(line.endsWith(code.page().title()), line);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageIsFoundByIdAndBySlugInAnyCase(DiagnosticCode code) {
    Outcome byId = enit(false, "explain", code.id().toLowerCase(Locale.ROOT));
    assertEquals(byId, enit(false, "explain", code.slug().toUpperCase(Locale.ROOT)));
    assertEquals(0, byId.status());
    String heading = "# %s %s: %s\n".formatted(code.id(), code.slug(), code.page().title());
    assertTrue(byId.stdout().startsWith(heading), byId.stdout());
    assertTrue(byId.stdout().endsWith(code.page().body() + "\n"), byId.stdout());
  }

  @ParameterizedTest
  @EnumSource
  void onATerminalNoMarkupIsLeft(DiagnosticCode code) {
    String page = enit(true, "explain", code.id(), "--color", "never").stdout();
    assertFalse(page.contains("```"), page);
    assertFalse(page.lines().anyMatch(line -> line.matches("#+ .*")), page);
    assertFalse(page.contains("\u001b"), page);
  }

  @Test
  void aTerminalGetsColoursUnlessItDoesNotWantThem() {
    assertTrue(enit(true, "explain").stdout().contains("\u001b[1m"));
    for (Map<String, String> unwanted :
        List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"), Map.of("ENIT_COLOR", "never"))) {
      Outcome plain = InProcess.run(Path.of("/"), unwanted, new byte[0], true, List.of("explain"));
      assertFalse(plain.stdout().contains("\u001b"), unwanted.toString());
    }
  }

  @Test
  void theSlipIsNamedWithWhatWasMeant() {
    assertEquals(
        "enit: no diagnostic has the code `mising-comma`; did you mean `missing-comma`?\n",
        enit(false, "explain", "mising-comma").stderr());
    assertEquals(1, enit(false, "explain", "mising-comma").status());
    assertTrue(
        Arrays.stream(DiagnosticCode.values()).anyMatch(c -> c.slug().equals("missing-comma")));
  }
}
