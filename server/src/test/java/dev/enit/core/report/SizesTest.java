package dev.enit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.text.DurationText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests times and sizes as users read them. */
final class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0sec",
    "999, 0sec",
    "22000, 22sec",
    "60000, 1min 0sec",
    "3599999, 59min 59sec",
    "3600000, 1h 0min",
    "86399999, 23h 59min",
    "86400000, 1d 0h 0min",
    "1051260000, 12d 4h 1min"
  })
  void uptime(long milliseconds, String text) {
    assertEquals(text, DurationText.precise(milliseconds));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 KiB",
    "80896, 79 KiB",
    "1048575, 1024 KiB",
    "1048576, 1 MiB",
    "1572863, 1 MiB",
    "17825792, 17 MiB",
    "34359738368, 32768 MiB"
  })
  void memory(long bytes, String text) {
    assertEquals(text, MemorySize.text(bytes));
  }

  @ParameterizedTest
  @CsvSource({"total, Total", "processes_used, Processes (used)", "ets, ETS", "atom, Atom"})
  void kinds(String kind, String label) {
    assertEquals(label, MemorySize.label(kind));
  }
}
