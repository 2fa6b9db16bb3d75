package dev.enit.core.report;

import dev.enit.core.report.AnnotatedConfig.Kind;
import dev.enit.core.report.AnnotatedConfig.Row;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import java.util.List;

/**
 * An effective configuration in two columns for a fixed-width font: the values and their sources.
 */
public final class ConfigPage {
  /** The widest value that moves the column of sources to the right. */
  private static final int WIDEST = 48;

  private static final int TITLE = 14;

  /**
   * A line; its text is both parts together.
   *
   * @param left filled up with blanks where a place follows
   */
  public record Line(Kind kind, String left, String right) {}

  private ConfigPage() {}

  /** Returns the lines of a page, without control characters. */
  public static List<Line> lines(List<Row> rows) {
    int widest =
        rows.stream()
            .filter(row -> !row.place().isEmpty())
            .mapToInt(row -> TerminalText.width(left(row)))
            .filter(width -> width <= WIDEST)
            .max()
            .orElse(0);
    return rows.stream().map(row -> line(row, widest)).toList();
  }

  private static Line line(Row row, int widest) {
    if (row.kind() == Kind.FACT) {
      return new Line(row.kind(), left(row), TerminalText.harmless(row.value()));
    }
    return row.place().isEmpty()
        ? new Line(row.kind(), left(row), "")
        : new Line(
            row.kind(),
            TerminalText.pad(left(row), widest) + "  ",
            TerminalText.harmless(row.place()));
  }

  private static String left(Row row) {
    return TerminalText.harmless(
        switch (row.kind()) {
          case FACT -> TerminalText.pad(row.name() + ":", TITLE);
          case VALUE -> "  " + row.name() + " = " + row.value();
          case OVERRIDDEN -> "    " + Messages.text("config.overrides", row.value());
          case DEFAULT -> "    " + Messages.text("config.default", row.value());
          case SECTION, EMPTY -> row.name();
        });
  }
}
