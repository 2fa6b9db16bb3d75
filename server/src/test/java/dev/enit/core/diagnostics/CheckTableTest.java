package dev.enit.core.diagnostics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.check.DiagnosticCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the table of checks is complete. */
final class CheckTableTest {
  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void everyCodeHasItsCheck(DiagnosticCode code) {
    assertTrue(CheckTable.of(code).isPresent());
  }
}
