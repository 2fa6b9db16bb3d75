package dev.enit.cli.check;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.check.Severity;
import dev.enit.core.workspace.Workspace;

/** Diagnostics as one JSON document, hints among them. */
final class JsonReport implements ReportWriter {
  private final Workspace workspace;
  private final CommandContext context;
  private final IndentedJson json;

  JsonReport(Workspace workspace, CommandContext context) {
    this.workspace = workspace;
    this.context = context;
    this.json = new IndentedJson(context.out());
  }

  @Override
  public void begin() {
    json.object().name("diagnostics").array();
  }

  @Override
  public void add(CheckedTarget checked) {
    JsonDiagnostic diagnostic = new JsonDiagnostic(workspace, context, json);
    checked.diagnostics().forEach(diagnostic::write);
  }

  @Override
  public void end(DiagnosticCounts counts) {
    json.end().name("summary").object().field("files", counts.files());
    for (Severity severity : Severity.values()) {
      json.field(
          severity.label() + (severity == Severity.INFORMATION ? "" : "s"), counts.of(severity));
    }
    json.end().end().finish();
  }
}
