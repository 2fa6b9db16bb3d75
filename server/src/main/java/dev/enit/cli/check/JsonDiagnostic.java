package dev.enit.cli.check;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.Fix;
import dev.enit.core.check.RelatedPlace;
import dev.enit.core.diagnostics.DiagnosticSecrets;
import dev.enit.core.source.Place;
import dev.enit.core.workspace.Workspace;
import java.util.List;

/** A diagnostic as an object in a JSON document. */
record JsonDiagnostic(Workspace workspace, CommandContext context, IndentedJson json) {
  void write(Diagnostic diagnostic) {
    json.object();
    place(diagnostic.place());
    json.field("severity", diagnostic.severity().label())
        .field("code", diagnostic.code().id())
        .field("slug", diagnostic.code().slug())
        .field("message", diagnostic.message());
    json.name("related").array();
    for (RelatedPlace related : diagnostic.related()) {
      json.object();
      place(related.place());
      json.field("message", diagnostic.message(related)).end();
    }
    json.end().name("fixes").array();
    diagnostic.fixes().forEach(fix -> fix(diagnostic, fix));
    json.end().end();
  }

  private void fix(Diagnostic diagnostic, Fix fix) {
    json.object().field("title", diagnostic.title(fix)).field("preferred", fix.preferred());
    json.name("edits").array();
    boolean isPublic = DiagnosticSecrets.isPublic(workspace, diagnostic, fix);
    for (Fix.Change change : isPublic ? fix.changes() : List.<Fix.Change>of()) {
      json.object();
      place(change.place());
      json.field("text", change.text()).end();
    }
    json.end().end();
  }

  private void place(Place place) {
    Region region = Region.of(workspace, place);
    json.field("file", context.shown(place.path()))
        .field("line", region.line())
        .field("column", region.column())
        .field("endLine", region.endLine())
        .field("endColumn", region.endColumn());
  }
}
