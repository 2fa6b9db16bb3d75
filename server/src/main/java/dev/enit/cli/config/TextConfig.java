package dev.enit.cli.config;

import dev.enit.cli.Shell;
import dev.enit.cli.terminal.Columns;
import dev.enit.cli.terminal.Style;
import dev.enit.core.release.Release;
import dev.enit.core.report.AnnotatedConfig;
import dev.enit.core.report.AnnotatedConfig.Kind;
import dev.enit.core.report.AnnotatedConfig.Row;
import dev.enit.core.report.ConfigSelection;
import dev.enit.core.text.Messages;
import java.util.List;

/** For people: values on the left, where they come from on the right. */
record TextConfig(Shell shell, Style style, ConfigSelection selection, boolean secrets)
    implements ConfigShape {
  /** A longer value does not push away the places of all others. */
  private static final int WIDEST = 48;

  private static final int TITLE = 14;

  @Override
  public void one(Release release) {
    List<Row> rows = AnnotatedConfig.of(release, selection, secrets, shell::shown);
    int widest =
        rows.stream()
            .filter(row -> !row.place().isEmpty())
            .mapToInt(row -> Columns.width(left(row)))
            .filter(width -> width <= WIDEST)
            .max()
            .orElse(0);
    rows.forEach(row -> shell.out().line(line(row, widest)));
  }

  @Override
  public void all(List<Release> releases) {
    String separator = "";
    for (Release release : releases) {
      shell.out().print(separator);
      one(release);
      separator = "\n";
    }
  }

  private String line(Row row, int widest) {
    if (row.kind() == Kind.FACT) {
      return style.bold(Columns.pad(row.name() + ":", TITLE)) + Columns.harmless(row.value());
    }
    String left = left(row);
    if (row.place().isEmpty()) {
      return row.kind() == Kind.SECTION ? style.bold(left) : left;
    }
    String padded = Columns.pad(left, widest) + "  ";
    String place = style.dim(Columns.harmless(row.place()));
    return (row.kind() == Kind.VALUE ? padded : style.dim(padded)) + place;
  }

  private static String left(Row row) {
    String text =
        switch (row.kind()) {
          case VALUE -> "  " + row.name() + " = " + row.value();
          case OVERRIDDEN -> "    " + Messages.text("cli.config.overrides", row.value());
          case DEFAULT -> "    " + Messages.text("cli.config.default", row.value());
          case FACT, SECTION, EMPTY -> row.name();
        };
    return Columns.harmless(text);
  }
}
