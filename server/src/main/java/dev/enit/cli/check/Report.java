package dev.enit.cli.check;

/** A shape of the report; called in the order of the methods. */
interface Report {
  default void begin() {}

  void add(Checked checked);

  void end(Counts counts);
}
