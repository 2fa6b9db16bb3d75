package dev.enit.core.diagnostics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.check.DiagnosticCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of checks is complete. */
final class CheckTableTest {
  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void everyCodeHasItsCheck(DiagnosticCode code) {
    assertTrue(CheckTable.of(code).isPresent());
  }
}
