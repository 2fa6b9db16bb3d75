package dev.enit.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody most likely meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate that is the fewest slips away: a letter too many, too few, wrong, or two swapped.
   * Nothing where all are too far, or where two are equally near.
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    int limit = Math.max(1, name.length() / 3);
    record Candidate(String name, int slips) {}
    var near =
        candidates.stream()
            .distinct()
            .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
            .map(candidate -> new Candidate(candidate, slips(name, candidate)))
            .filter(candidate -> candidate.slips <= limit)
            .sorted(Comparator.comparingInt(Candidate::slips))
            .limit(2)
            .toList();
    boolean unclear = near.size() == 2 && near.get(0).slips == near.get(1).slips;
    return near.isEmpty() || unclear ? Optional.empty() : Optional.of(near.getFirst().name);
  }

  /** The Damerau-Levenshtein distance of adjacent swaps; letters of either case are the same. */
  static int slips(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(d[i - 1][j - 1] + wrong, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
