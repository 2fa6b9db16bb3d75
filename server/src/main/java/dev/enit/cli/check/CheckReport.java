package dev.enit.cli.check;

import dev.enit.cli.check.CheckRun.Checked;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.Severity;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A report of a run in some format; called in the order of the methods. */
interface CheckReport {
  /** The number of files that were checked, and of diagnostics by severity. */
  final class Counts {
    private final Set<Path> files = new HashSet<>();
    private final Map<Severity, Integer> found = new EnumMap<>(Severity.class);

    void add(Checked checked) {
      files.addAll(checked.files());
      for (Diagnostic diagnostic : checked.diagnostics()) {
        found.merge(diagnostic.severity(), 1, Integer::sum);
      }
    }

    int files() {
      return files.size();
    }

    int of(Severity severity) {
      return found.getOrDefault(severity, 0);
    }

    int all() {
      return found.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  default void begin() {}

  void add(Checked checked);

  void end(Counts counts);
}
