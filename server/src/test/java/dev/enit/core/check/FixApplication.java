package dev.enit.core.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies the best fix of each diagnostic, as a user would who accepts every fix. */
final class FixApplication {
  private FixApplication() {}

  /** Returns the one that is certain, else the first one. */
  static Optional<Fix> best(Diagnostic diagnostic) {
    return diagnostic.fixes().stream()
        .filter(Fix::preferred)
        .findFirst()
        .or(() -> diagnostic.fixes().stream().findFirst());
  }

  /**
   * Returns a text after the changes that are meant for it; of two that overlap only the first is
   * made.
   */
  static String apply(Path path, String text, List<Diagnostic> diagnostics) {
    List<Fix.Change> changes = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      List<Fix.Change> wanted = best(diagnostic).map(Fix::changes).orElse(List.of());
      if (wanted.stream().noneMatch(change -> overlaps(change, changes))) {
        wanted.stream().filter(change -> change.place().path().equals(path)).forEach(changes::add);
      }
    }
    changes.sort(Comparator.comparingInt(FixApplication::start).reversed());
    StringBuilder fixed = new StringBuilder(text);
    for (Fix.Change change : changes) {
      fixed.replace(start(change), change.place().span().end(), change.text());
    }
    return fixed.toString();
  }

  private static int start(Fix.Change change) {
    return change.place().span().start();
  }

  private static boolean overlaps(Fix.Change change, List<Fix.Change> others) {
    return others.stream()
        .filter(other -> other.place().path().equals(change.place().path()))
        .map(other -> other.place().span())
        .anyMatch(
            span ->
                span.start() <= change.place().span().end()
                    && change.place().span().start() <= span.end());
  }
}
