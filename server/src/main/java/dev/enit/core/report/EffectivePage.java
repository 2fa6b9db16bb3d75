package dev.enit.core.report;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.config.Cookie;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.AnnotatedConfig.Kind;
import dev.enit.core.report.AnnotatedConfig.Row;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The effective configuration of a release in the syntax of one configuration file: after each
 * value its source, below it the values that it overrides. The cookie is masked.
 *
 * <p>While something in the release is broken, what can be understood of it counts, and the page
 * says so.
 */
public final class EffectivePage {
  private static final String INDENT = "    ";

  /** The widest value that moves the column of sources to the right. */
  private static final int WIDEST = 56;

  private static final FormatOptions LAYOUT =
      new FormatOptions(
          FormatOptions.DEFAULT.width() - INDENT.length(), FormatOptions.DEFAULT.indent());

  private final Workspace workspace;
  private final Release release;
  private final StringBuilder out = new StringBuilder();

  private EffectivePage(Workspace workspace, Release release) {
    this.workspace = workspace;
    this.release = release;
  }

  /** Returns the page; every line ends with a line feed. */
  public static String of(Workspace workspace, ReleaseKey key) {
    return new EffectivePage(workspace, workspace.release(key)).text();
  }

  private String text() {
    List<Row> rows =
        AnnotatedConfig.of(release, ConfigSelection.ALL, false, new LayerNames(release.layers()));
    comment(Messages.text("effective.title", release.name()));
    ReleaseObstacle.of(workspace, release.key()).map(this::incomplete).ifPresent(this::comment);
    rows.stream()
        .filter(row -> row.kind() == Kind.FACT && !row.value().isEmpty())
        .forEach(row -> comment(row.name() + ": " + row.value()));
    for (List<Row> section : sections(rows)) {
      section(section);
    }
    return out.toString();
  }

  private void comment(String text) {
    out.append("%% ").append(TerminalText.harmless(text)).append('\n');
  }

  /** Returns the note that a file is broken, without its message, which may quote a value. */
  private String incomplete(ReleaseObstacle obstacle) {
    String name = new LayerNames(release.layers()).apply(obstacle.path());
    return Messages.text(
        "effective.incomplete",
        obstacle.position().map(position -> name + ":" + (position.line() + 1)).orElse(name));
  }

  /** Returns the rows of each section, its head first. */
  private static List<List<Row>> sections(List<Row> rows) {
    List<List<Row>> sections = new ArrayList<>();
    for (Row row : rows) {
      if (row.kind() == Kind.SECTION) {
        sections.add(new ArrayList<>());
      }
      if (!sections.isEmpty() && row.kind() != Kind.EMPTY) {
        sections.getLast().add(row);
      }
    }
    return sections;
  }

  private void section(List<Row> rows) {
    List<Row> body = rows.subList(1, rows.size());
    out.append("\n{").append(TermPrinter.atom(rows.getFirst().name())).append(", [");
    out.append(body.isEmpty() ? "" : "\n");
    int left = (int) body.stream().filter(row -> row.kind() == Kind.VALUE).count();
    List<String> entries = new ArrayList<>();
    for (Row row : body) {
      CancellationToken.check();
      if (row.kind() == Kind.VALUE) {
        entries.add(entry(row, --left == 0 ? "" : ","));
      }
    }
    int column = column(entries);
    Iterator<String> next = entries.iterator();
    for (Row row : body) {
      CancellationToken.check();
      switch (row.kind()) {
        case VALUE -> value(next.next(), row.place(), column);
        case OVERRIDDEN -> below(Messages.text("config.overrides", row.value()), row.place());
        case DEFAULT -> below(Messages.text("config.default", row.value()), row.place());
        default -> {}
      }
    }
    out.append("]}.\n");
  }

  /** Returns the column of the sources. */
  private static int column(List<String> entries) {
    return entries.stream()
        .filter(entry -> entry.indexOf('\n') < 0)
        .mapToInt(TerminalText::width)
        .filter(width -> width <= WIDEST)
        .max()
        .orElse(0);
  }

  private void value(String entry, String place, int column) {
    String comment = "% " + TerminalText.harmless(place);
    if (entry.indexOf('\n') < 0) {
      out.append(INDENT).append(TerminalText.pad(entry, column)).append("  ").append(comment);
      out.append('\n');
    } else {
      out.append(INDENT).append(comment).append('\n').append(entry.indent(INDENT.length()));
    }
  }

  private void below(String text, String place) {
    out.append(INDENT).append("%   ").append(TerminalText.harmless(text));
    out.append(" (").append(TerminalText.harmless(place)).append(")\n");
  }

  /** Returns a setting as the formatter writes it, on several lines if it is wide. */
  private static String entry(Row row, String separator) {
    String value = row.value().equals(Cookie.MASK) ? '"' + Cookie.MASK + '"' : row.value();
    String entry = "{" + TermPrinter.atom(row.name()) + ", " + value + "}";
    return TermFormatter.format(TermParser.parse(entry + "."), LAYOUT)
        .map(text -> text.stripTrailing().replaceFirst("\\.$", separator))
        .orElse(entry + separator);
  }
}
