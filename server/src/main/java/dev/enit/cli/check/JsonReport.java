package dev.enit.cli.check;

import dev.enit.cli.check.CheckRun.Checked;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.DiagnosticJson;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.check.Severity;
import dev.enit.core.workspace.Workspace;

/** The report as one JSON document with all diagnostics, hints among them. */
final class JsonReport implements CheckReport {
  private record Summary(int files, int errors, int warnings, int information, int hints) {}

  private final DiagnosticJson diagnostics;
  private final JsonOutput json;

  JsonReport(Workspace workspace, CommandContext context) {
    this.diagnostics = new DiagnosticJson(workspace, context);
    this.json = new JsonOutput(context.out());
  }

  @Override
  public void begin() {
    json.object().array("diagnostics");
  }

  @Override
  public void add(Checked checked) {
    checked.diagnostics().forEach(diagnostic -> json.value(diagnostics.item(diagnostic)));
  }

  @Override
  public void end(Counts counts) {
    Summary summary =
        new Summary(
            counts.files(),
            counts.of(Severity.ERROR),
            counts.of(Severity.WARNING),
            counts.of(Severity.INFORMATION),
            counts.of(Severity.HINT));
    json.endArray().member("summary", summary).endObject().finish();
  }
}
