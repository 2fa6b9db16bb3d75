package dev.enit.cli.check;

/** A shape of the report; called in the order of the methods. */
interface ReportWriter {
  default void begin() {}

  void add(CheckedTarget checked);

  void end(DiagnosticCounts counts);
}
