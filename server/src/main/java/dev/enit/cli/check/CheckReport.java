package dev.enit.cli.check;

import dev.enit.cli.check.CheckRun.Checked;

/** A report of a run in some format; called in the order of the methods. */
interface CheckReport {
  default void begin() {}

  void add(Checked checked);

  void end(DiagnosticCounts counts);
}
