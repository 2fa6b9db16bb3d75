package dev.enit.core.ide.symbol;

import java.util.List;
import java.util.Locale;

/**
 * A query for symbols by name: letters of it in their order, and in words before it letters of what
 * it belongs to, as in {@code relex kernel/ticktime}. Upper and lower case are the same.
 */
final class SymbolQuery {
  /** The rank of what does not match. */
  static final int NONE = -1;

  private final String name;
  private final List<String> around;

  private SymbolQuery(String name, List<String> around) {
    this.name = name;
    this.around = around;
  }

  static SymbolQuery of(String text) {
    List<String> words =
        List.of(text.toLowerCase(Locale.ROOT).strip().split("[\\s/:]+", -1)).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    return words.isEmpty()
        ? new SymbolQuery("", words)
        : new SymbolQuery(words.getLast(), words.subList(0, words.size() - 1));
  }

  boolean isEmpty() {
    return name.isEmpty();
  }

  /** How well a name fits, 0 best; {@link #NONE} where it does not. */
  int rank(String candidate) {
    if (!isIn(name, candidate)) {
      return NONE;
    }
    String lower = candidate.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(name);
    if (at < 0) {
      return 4;
    }
    if (at == 0) {
      return lower.length() == name.length() ? 0 : 1;
    }
    return Character.isLetterOrDigit(lower.charAt(at - 1)) ? 3 : 2;
  }

  /** Whether what a name belongs to is what was asked for. */
  boolean isAround(String container) {
    int from = 0;
    String lower = container.toLowerCase(Locale.ROOT);
    for (String word : around) {
      int at = lower.indexOf(word, from);
      if (at < 0) {
        return false;
      }
      from = at + word.length();
    }
    return true;
  }

  /** Whether all letters stand in a text, in their order. */
  private static boolean isIn(String letters, String text) {
    int next = 0;
    for (int i = 0; i < text.length() && next < letters.length(); i++) {
      if (Character.toLowerCase(text.charAt(i)) == letters.charAt(next)) {
        next++;
      }
    }
    return next == letters.length();
  }
}
