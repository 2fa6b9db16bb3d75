package dev.enit.cli.command;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.Fix;
import dev.enit.core.check.RelatedPlace;
import dev.enit.core.diagnostics.DiagnosticSecrets;
import dev.enit.core.workspace.Workspace;
import java.util.List;

/** Diagnostics as records for JSON documents; places count as in {@link Region}. */
public record DiagnosticJson(Workspace workspace, CommandContext context) {

  /** A diagnostic. */
  public record Item(
      String file,
      int line,
      int column,
      int endLine,
      int endColumn,
      String severity,
      String code,
      String slug,
      String message,
      List<Related> related,
      List<Suggestion> fixes) {}

  /** A related place. */
  public record Related(
      String file, int line, int column, int endLine, int endColumn, String message) {}

  /** A fix; without edits if they would show a secret. */
  public record Suggestion(String title, boolean preferred, List<Edit> edits) {}

  /** The replacement of a part of a file. */
  public record Edit(String file, int line, int column, int endLine, int endColumn, String text) {}

  /** Returns a diagnostic with its related places and fixes. */
  public Item item(Diagnostic diagnostic) {
    Region at = Region.of(workspace, diagnostic.place());
    return new Item(
        context.shown(diagnostic.place().path()),
        at.line(),
        at.column(),
        at.endLine(),
        at.endColumn(),
        diagnostic.severity().label(),
        diagnostic.code().id(),
        diagnostic.code().slug(),
        diagnostic.message(),
        diagnostic.related().stream().map(related -> related(diagnostic, related)).toList(),
        diagnostic.fixes().stream().map(fix -> suggestion(diagnostic, fix)).toList());
  }

  private Related related(Diagnostic diagnostic, RelatedPlace related) {
    Region at = Region.of(workspace, related.place());
    return new Related(
        context.shown(related.place().path()),
        at.line(),
        at.column(),
        at.endLine(),
        at.endColumn(),
        diagnostic.message(related));
  }

  private Suggestion suggestion(Diagnostic diagnostic, Fix fix) {
    boolean isPublic = DiagnosticSecrets.isPublic(workspace, diagnostic, fix);
    return new Suggestion(
        diagnostic.title(fix),
        fix.preferred(),
        isPublic ? fix.changes().stream().map(this::edit).toList() : List.of());
  }

  private Edit edit(Fix.Change change) {
    Region at = Region.of(workspace, change.place());
    return new Edit(
        context.shown(change.place().path()),
        at.line(),
        at.column(),
        at.endLine(),
        at.endColumn(),
        change.text());
  }
}
