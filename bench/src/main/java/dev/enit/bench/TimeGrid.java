package dev.enit.bench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table of times of the same requests in workspaces of several sizes, side by side. */
final class TimeGrid {
  private static final int WIDTH = 22;

  private final String heading;
  private final Map<String, Map<String, Times>> rows = new LinkedHashMap<>();
  private final Set<String> columns = new LinkedHashSet<>();

  TimeGrid(String heading) {
    this.heading = heading;
  }

  Times times(String row, String column) {
    columns.add(column);
    return rows.computeIfAbsent(row, _ -> new LinkedHashMap<>())
        .computeIfAbsent(column, _ -> new Times());
  }

  /** Medians, and in brackets what 99 % do not exceed. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(cell(heading, 46));
    columns.forEach(column -> out.append(cell(column, WIDTH)));
    new TreeMap<>(rows)
        .forEach(
            (row, cells) -> {
              out.append('\n').append(cell(row, 46));
              columns.forEach(column -> out.append(cell(figures(cells.get(column)), WIDTH)));
            });
    return out.toString().replaceAll(" +\n", "\n").stripTrailing();
  }

  private static String figures(@Nullable Times times) {
    return times == null
        ? ""
        : String.format(Locale.ROOT, "%.2f (%.1f)", times.median(), times.percentile(99));
  }

  private static String cell(String text, int width) {
    return String.format("%-" + width + "s", text);
  }
}
