package dev.enit.cli.graph;

import dev.enit.cli.terminal.Output;
import dev.enit.cli.terminal.Style;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.report.StartTree;
import dev.enit.core.report.StartTree.Row;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import java.util.ArrayList;
import java.util.List;

/** The graph as text: a tree, with the place of each application in the start order. */
final class TextGraph {
  private TextGraph() {}

  static void print(Release release, Output out, Style style) {
    String version = release.specification().flatMap(ReleaseSpecification::version).orElse("");
    out.line(style.bold(release.name() + " " + version));
    for (Row row : StartTree.of(release)) {
      String name = style.code(TerminalText.harmless(row.name()));
      String place = row.order().isPresent() ? row.order().getAsInt() + " " : "";
      String installed = row.version().isEmpty() ? "" : " " + TerminalText.harmless(row.version());
      List<String> notes = notes(row);
      String note = notes.isEmpty() ? "" : "  " + style.dim("(" + String.join(", ", notes) + ")");
      out.line(style.dim(row.branches()) + place + name + installed + note);
    }
    out.line("");
    out.line(style.dim(Messages.text("cli.graph.legend")));
  }

  private static List<String> notes(Row row) {
    List<String> notes = new ArrayList<>(2);
    switch (row.reason()) {
      case EXTENSION -> notes.add(Messages.text("cli.graph.extension"));
      case OPTIONAL -> notes.add(Messages.text("cli.graph.optional"));
      case PART -> notes.add(Messages.text("cli.graph.part"));
      case LISTED, NEEDED -> {
        // Its place says so.
      }
    }
    if (row.version().isEmpty()) {
      notes.add(Messages.text("cli.graph.missing"));
    }
    if (row.isRepeated()) {
      notes.add(Messages.text("cli.graph.above"));
    }
    return notes;
  }
}
