package dev.enit.cli.check;

import dev.enit.cli.CommandContext;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticSecrets;
import dev.enit.core.check.Fix;
import dev.enit.core.check.RelatedPlace;
import dev.enit.core.source.Place;
import dev.enit.core.workspace.Workspace;
import java.util.List;

/** A finding as an object in a JSON document. */
record JsonDiagnostic(Workspace workspace, CommandContext shell, IndentedJson json) {
  void write(Diagnostic problem) {
    json.object();
    place(problem.place());
    json.field("severity", problem.severity().label())
        .field("code", problem.code().id())
        .field("slug", problem.code().slug())
        .field("message", problem.message());
    json.name("related").array();
    for (RelatedPlace related : problem.related()) {
      json.object();
      place(related.place());
      json.field("message", problem.message(related)).end();
    }
    json.end().name("fixes").array();
    problem.fixes().forEach(fix -> fix(problem, fix));
    json.end().end();
  }

  private void fix(Diagnostic problem, Fix fix) {
    json.object().field("title", problem.title(fix)).field("preferred", fix.preferred());
    json.name("edits").array();
    boolean isPublic = DiagnosticSecrets.isPublic(workspace, problem, fix);
    for (Fix.Change change : isPublic ? fix.changes() : List.<Fix.Change>of()) {
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
