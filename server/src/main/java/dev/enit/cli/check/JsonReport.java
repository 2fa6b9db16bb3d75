package dev.enit.cli.check;

import dev.enit.cli.Shell;
import dev.enit.cli.terminal.Json;
import dev.enit.core.check.Fix;
import dev.enit.core.check.Problem;
import dev.enit.core.check.Related;
import dev.enit.core.check.Severity;
import dev.enit.core.source.Place;
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
    checked.problems().forEach(this::finding);
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

  private void finding(Problem problem) {
    json.object();
    place(problem.place());
    json.field("severity", problem.severity().label())
        .field("code", problem.code().id())
        .field("slug", problem.code().slug())
        .field("message", problem.message());
    json.name("related").array();
    for (Related related : problem.related()) {
      json.object();
      place(related.place());
      json.field("message", problem.message(related)).end();
    }
    json.end().name("fixes").array();
    problem.fixes().forEach(fix -> fix(problem, fix));
    json.end().end();
  }

  private void fix(Problem problem, Fix fix) {
    json.object().field("title", problem.title(fix)).field("preferred", fix.preferred());
    json.name("edits").array();
    for (Fix.Change change : fix.changes()) {
      json.object();
      place(change.place());
      json.field("text", change.text()).end();
    }
    json.end().end();
  }

  private void place(Place place) {
    Region region = Region.of(workspace, place);
    json.field("file", shell.shown(place.path()))
        .field("line", region.line())
        .field("column", region.column())
        .field("endLine", region.endLine())
        .field("endColumn", region.endColumn());
  }
}
