package dev.enit.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured values of one kind: milliseconds, or MiB. */
final class Times {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  double median() {
    return percentile(50);
  }

  /** Returns the value that so many per cent are not above, between two values in proportion. */
  double percentile(int percent) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    double at = (sorted.size() - 1) * percent / 100.0;
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (at - below);
  }

  /** Milliseconds since a value of the clock. */
  static double since(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e6;
  }
}
