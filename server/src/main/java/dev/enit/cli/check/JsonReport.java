package dev.enit.cli.check;

import dev.enit.cli.Shell;
import dev.enit.cli.terminal.Json;
import dev.enit.core.check.Severity;
import dev.enit.core.workspace.Workspace;

/** Findings as one JSON document, hints among them. */
final class JsonReport implements Report {
  private final Workspace workspace;
  private final Shell shell;
  private final Json json;

  JsonReport(Workspace workspace, Shell shell) {
    this.workspace = workspace;
    this.shell = shell;
    this.json = new Json(shell.out());
  }

  @Override
  public void begin() {
    json.object().name("findings").array();
  }

  @Override
  public void add(Checked checked) {
    JsonFinding finding = new JsonFinding(workspace, shell, json);
    checked.problems().forEach(finding::write);
  }

  @Override
  public void end(Counts counts) {
    json.end().name("summary").object().field("files", counts.files());
    for (Severity severity : Severity.values()) {
      json.field(
          severity.label() + (severity == Severity.INFORMATION ? "" : "s"), counts.of(severity));
    }
    json.end().end().finish();
  }
}
