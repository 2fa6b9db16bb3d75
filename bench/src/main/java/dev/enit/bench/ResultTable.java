package dev.enit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table of results: one line per measurement, with the peer's figure and the ratio to it where
 * it has one.
 */
final class ResultTable {
  private record Row(String what, String enit, String peer, String ratio) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  void heading(String text) {
    rows.add(new Row("", "", "", ""));
    rows.add(new Row(text, "enit", "peer", "peer / enit"));
  }

  /** Medians, with the 99th percentile of enit's after. */
  void row(String what, String unit, Times enit, String peerName, Times peer) {
    String own = number(enit.median()) + " " + unit;
    boolean spread = unit.equals("ms") && enit.percentile(99) > 1.05 * enit.median();
    rows.add(
        new Row(
            what,
            own + (spread ? " (99 %: " + number(enit.percentile(99)) + ")" : ""),
            peer.isEmpty() ? "" : number(peer.median()) + " " + unit + "  " + peerName,
            peer.isEmpty() ? "" : number(peer.median() / enit.median())));
  }

  void remark(String text) {
    remarks.add(text);
  }

  private static String number(double value) {
    return value >= 100
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      out.append(
          String.format("%-46s %-26s %-30s %s", row.what(), row.enit(), row.peer(), row.ratio())
              .stripTrailing());
      out.append('\n');
    }
    remarks.forEach(remark -> out.append('\n').append(remark));
    return out.toString();
  }
}
