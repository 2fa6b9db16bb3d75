package dev.enit.cli.check;

import dev.enit.core.check.Problem;
import dev.enit.core.check.Severity;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How much was looked at, and how much was found. */
final class Counts {
  private final Set<Path> files = new HashSet<>();
  private final Map<Severity, Integer> found = new EnumMap<>(Severity.class);

  void add(Checked checked) {
    files.addAll(checked.files());
    for (Problem problem : checked.problems()) {
      found.merge(problem.severity(), 1, Integer::sum);
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
