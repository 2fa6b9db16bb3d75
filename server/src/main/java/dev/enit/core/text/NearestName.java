package dev.enit.core.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known names that are similar to an unknown one. */
public final class NearestName {
  /** The greatest number of names that are shown. */
  private static final int SHOWN = 3;

  private record Candidate(String name, int distance) {}

  private NearestName() {}

  /** Returns the nearest name, or empty if none is near. */
  public static Optional<String> one(String wanted, Collection<String> names) {
    return some(wanted, names).stream().findFirst();
  }

  /** Returns the names that are near, nearest first, at most three. */
  public static List<String> some(String wanted, Collection<String> names) {
    String plain = wanted.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, plain.length() / 3);
    return names.stream()
        .filter(name -> Math.abs(name.length() - plain.length()) <= limit || continues(name, plain))
        .map(name -> new Candidate(name, distance(plain, name.toLowerCase(Locale.ROOT))))
        .filter(near -> near.distance() <= limit || continues(near.name(), plain))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(SHOWN)
        .map(Candidate::name)
        .toList();
  }

  /** Returns whether a word is another one with at most two slips of the keyboard. */
  public static boolean isTypo(String word, String meant) {
    return Math.abs(word.length() - meant.length()) <= 2
        && distance(word.toLowerCase(Locale.ROOT), meant) <= 2;
  }

  /** Returns whether a name is cut off, or lacks a prefix that all names share. */
  private static boolean continues(String name, String wanted) {
    return wanted.length() >= 3 && name.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Returns the Damerau-Levenshtein distance (optimal string alignment) of two texts. */
  static int distance(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && isSwap(one, i, other, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }

  private static boolean isSwap(String one, int i, String other, int j) {
    return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
