package dev.enit.cli.check;

import dev.enit.cli.terminal.Style;
import dev.enit.core.check.Severity;
import dev.enit.core.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** The last line of a report for people. */
final class Summary {
  private Summary() {}

  /** What was found and in how many files, and which part of it was not shown. */
  static String of(DiagnosticCounts counts, Style style, boolean hints) {
    String files = number(counts.files(), "file");
    if (counts.all() == 0) {
      return style.help(Messages.text("cli.check.nothing", files));
    }
    List<String> found = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = counts.of(severity);
      if (count > 0 && (hints || severity != Severity.HINT)) {
        found.add(style.severity(severity, number(count, severity.label())));
      }
    }
    int hidden = hints ? 0 : counts.of(Severity.HINT);
    String summary =
        found.isEmpty()
            ? Messages.text("cli.check.nothing", files)
            : Messages.text("cli.check.summary", String.join(", ", found), files);
    return hidden == 0
        ? summary
        : summary + " " + Messages.text("cli.check.hidden", number(hidden, "hint"));
  }

  private static String number(int count, String what) {
    return Messages.text("cli.count." + what + (count == 1 ? ".one" : ""), count);
  }
}
