package dev.enit.cli.check;

import dev.enit.cli.check.CheckRun.Checked;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.DiagnosticText;
import dev.enit.cli.terminal.Style;
import dev.enit.core.check.Severity;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** The report as text: the diagnostics, and a line with their numbers. */
final class TextReport implements CheckReport {
  private final CommandContext context;
  private final Style style;
  private final boolean hints;
  private final DiagnosticText text;

  /**
   * A report on the standard output.
   *
   * @param hints whether hints are shown, or only counted
   */
  TextReport(Workspace workspace, CommandContext context, Style style, boolean hints) {
    this.context = context;
    this.style = style;
    this.hints = hints;
    this.text = new DiagnosticText(workspace, context, style, context.out());
  }

  @Override
  public void add(Checked checked) {
    text.print(checked.diagnostics().stream().filter(d -> isShown(d.severity())).toList());
  }

  @Override
  public void end(Counts counts) {
    context.out().line(summary(counts));
  }

  /** Returns the number of diagnostics by severity and of files, and the number of hidden hints. */
  private String summary(Counts counts) {
    String files = number(counts.files(), "file");
    if (counts.all() == 0) {
      return style.help(Messages.text("cli.check.nothing", files));
    }
    List<String> found = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = counts.of(severity);
      if (count > 0 && isShown(severity)) {
        found.add(style.severity(severity, number(count, severity.label())));
      }
    }
    String summary =
        found.isEmpty()
            ? Messages.text("cli.check.nothing", files)
            : Messages.text("cli.check.summary", String.join(", ", found), files);
    int hidden = hints ? 0 : counts.of(Severity.HINT);
    return hidden == 0
        ? summary
        : summary + " " + Messages.text("cli.check.hidden", number(hidden, "hint"));
  }

  private boolean isShown(Severity severity) {
    return hints || severity != Severity.HINT;
  }

  private static String number(int count, String what) {
    return Messages.text("cli.count." + what + (count == 1 ? ".one" : ""), count);
  }
}
