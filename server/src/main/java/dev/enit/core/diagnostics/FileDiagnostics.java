package dev.enit.core.diagnostics;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Severity;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The diagnostics of one file, bounded: the most severe and, of one severity, the first ones are
 * kept, so that a file with very many errors makes neither a large message nor a slow one. One more
 * diagnostic counts those that are left out.
 */
final class FileDiagnostics {
  /** The most diagnostics of a file that are kept. */
  static final int MOST = 1_000;

  private static final Comparator<Ranked> BY_WEIGHT =
      Comparator.<Ranked, Severity>comparing(ranked -> ranked.diagnostic().severity())
          .thenComparingInt(Ranked::start)
          .thenComparing(ranked -> ranked.diagnostic().code())
          .thenComparingInt(Ranked::number);

  private static final Comparator<Ranked> BY_TEXT =
      Comparator.comparingInt(Ranked::start)
          .thenComparing(ranked -> ranked.diagnostic().severity())
          .thenComparing(ranked -> ranked.diagnostic().code())
          .thenComparingInt(Ranked::number);

  private final PriorityQueue<Ranked> kept = new PriorityQueue<>(BY_WEIGHT.reversed());
  private int reported;

  /** The most severe of the diagnostics that are left out. */
  private @Nullable Ranked leftOut;

  /**
   * A diagnostic with its number in the order of reports, which breaks ties.
   *
   * @param number from 0
   */
  private record Ranked(Diagnostic diagnostic, int number) {
    int start() {
      return diagnostic.place().span().start();
    }
  }

  /** Adds a diagnostic, and drops the least severe one above the bound. */
  void add(Diagnostic diagnostic) {
    CancellationToken.check();
    kept.add(new Ranked(diagnostic, reported++));
    if (kept.size() > MOST) {
      Ranked last = kept.remove();
      if (leftOut == null || BY_WEIGHT.compare(last, leftOut) < 0) {
        leftOut = last;
      }
    }
  }

  /** Returns the kept diagnostics in the order of the text, then the one that counts the others. */
  List<Diagnostic> inOrder() {
    List<Diagnostic> all = new ArrayList<>(kept.size() + 1);
    kept.stream().sorted(BY_TEXT).map(Ranked::diagnostic).forEach(all::add);
    if (leftOut != null) {
      all.add(more(leftOut.diagnostic()));
    }
    return all;
  }

  private Diagnostic more(Diagnostic first) {
    Place place = new Place(first.place().path(), Span.at(first.place().span().start()));
    Diagnostic more =
        Diagnostic.of(
            DiagnosticCode.TOO_MANY_DIAGNOSTICS, place, number(reported - MOST), number(MOST));
    return first.severity() == Severity.HINT ? more.as(Severity.HINT) : more;
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
