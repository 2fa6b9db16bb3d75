package dev.enit.core.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Severity;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests which diagnostics of a file are kept, and how the others are summed up. */
class FileDiagnosticsTest {
  private static final Path PATH = Path.of("/x/user.config");
  private final FileDiagnostics diagnostics = new FileDiagnostics();

  @Test
  void asManyAsTheBoundAreInTheOrderOfTheText() {
    add(FileDiagnostics.MOST, 0, Severity.WARNING);
    List<Diagnostic> kept = diagnostics.inOrder();
    assertEquals(FileDiagnostics.MOST, kept.size());
    assertEquals(0, start(kept.getFirst()));
    assertEquals(FileDiagnostics.MOST - 1, start(kept.getLast()));
  }

  @Test
  void ofMoreTheMostSevereAndFirstOnesAreKeptAndTheOthersAreCounted() {
    add(3_000, 0, Severity.WARNING);
    add(10, 5_000, Severity.ERROR);
    List<Diagnostic> kept = diagnostics.inOrder();
    assertEquals(FileDiagnostics.MOST + 1, kept.size());
    assertEquals(10, kept.stream().filter(p -> p.severity() == Severity.ERROR).count());
    assertEquals(989, start(kept.get(989)));
    Diagnostic more = kept.getLast();
    assertEquals(DiagnosticCode.TOO_MANY_DIAGNOSTICS, more.code());
    assertEquals(Severity.INFORMATION, more.severity());
    assertEquals(990, start(more));
    assertTrue(more.message().startsWith("2,010 more diagnostics"), more::message);
    assertTrue(more.message().contains("1,000"), more::message);
  }

  @Test
  void whereOnlyHintsAreLeftOutThatIsAHint() {
    add(FileDiagnostics.MOST + 5, 0, Severity.HINT);
    assertEquals(Severity.HINT, diagnostics.inOrder().getLast().severity());
  }

  /** From the last to the first, as checks may report in any order. */
  private void add(int count, int from, Severity severity) {
    for (int i = count - 1; i >= 0; i--) {
      Place place = new Place(PATH, Span.at(from + i));
      diagnostics.add(Diagnostic.of(DiagnosticCode.OVERRIDDEN, place).as(severity));
    }
  }

  private static int start(Diagnostic diagnostic) {
    return diagnostic.place().span().start();
  }
}
