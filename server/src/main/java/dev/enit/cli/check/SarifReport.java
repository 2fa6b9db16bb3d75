package dev.enit.cli.check;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Fix;
import dev.enit.core.check.RelatedPlace;
import dev.enit.core.check.Severity;
import dev.enit.core.diagnostics.DiagnosticSecrets;
import dev.enit.core.source.Place;
import dev.enit.core.text.Version;
import dev.enit.core.workspace.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Diagnostics as a log in SARIF 2.1.0, for code scanning; hints are notes. */
final class SarifReport implements ReportWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The working directory, by the name that readers of SARIF know. */
  private static final String BASE = "%SRCROOT%";

  private final Workspace workspace;
  private final CommandContext context;
  private final IndentedJson json;
  private final List<DiagnosticCode> rules = new ArrayList<>();

  SarifReport(Workspace workspace, CommandContext context) {
    this.workspace = workspace;
    this.context = context;
    this.json = new IndentedJson(context.out());
  }

  @Override
  public void begin() {
    json.object().field("$schema", SCHEMA).field("version", "2.1.0");
    json.name("runs").array().object();
    json.field("columnKind", "utf16CodeUnits");
    json.name("originalUriBaseIds").object().name(BASE).object();
    json.field("uri", uri(context.directory(), true)).end().end();
    json.name("results").array();
  }

  @Override
  public void add(CheckedTarget checked) {
    checked.diagnostics().forEach(this::result);
  }

  @Override
  public void end(DiagnosticCounts counts) {
    json.end();
    json.name("invocations").array().object().field("executionSuccessful", true).end().end();
    json.name("tool").object().name("driver").object();
    json.field("name", "enit").field("semanticVersion", Version.current());
    json.name("rules").array();
    rules.forEach(this::rule);
    json.end().end().end();
    json.end().end().end().finish();
  }

  private void rule(DiagnosticCode code) {
    json.object().field("id", code.id()).field("name", pascalCase(code.slug()));
    text("shortDescription", code.page().title());
    json.name("help").object().field("text", code.page().body());
    json.field("markdown", code.page().body()).end();
    json.name("defaultConfiguration").object().field("level", level(code.severity())).end().end();
  }

  private void result(Diagnostic diagnostic) {
    DiagnosticCode code = diagnostic.code();
    if (!rules.contains(code)) {
      rules.add(code);
    }
    json.object().field("ruleId", code.id()).field("ruleIndex", rules.indexOf(code));
    json.field("level", level(diagnostic.severity()));
    text("message", diagnostic.message());
    json.name("locations").array().object();
    location(diagnostic.place());
    json.end().end();
    if (!diagnostic.related().isEmpty()) {
      json.name("relatedLocations").array();
      diagnostic.related().forEach(related -> related(diagnostic, related));
      json.end();
    }
    List<Fix> fixes =
        diagnostic.fixes().stream()
            .filter(fix -> DiagnosticSecrets.isPublic(workspace, diagnostic, fix))
            .toList();
    if (!fixes.isEmpty()) {
      json.name("fixes").array();
      fixes.forEach(fix -> fix(diagnostic, fix));
      json.end();
    }
    json.end();
  }

  private void related(Diagnostic diagnostic, RelatedPlace related) {
    json.object().field("id", diagnostic.related().indexOf(related));
    location(related.place());
    text("message", diagnostic.message(related));
    json.end();
  }

  private void fix(Diagnostic diagnostic, Fix fix) {
    json.object();
    text("description", diagnostic.title(fix));
    Map<Path, List<Fix.Change>> byFile =
        fix.changes().stream().collect(Collectors.groupingBy(change -> change.place().path()));
    json.name("artifactChanges").array();
    byFile.forEach(this::changes);
    json.end().end();
  }

  private void changes(Path path, List<Fix.Change> changes) {
    json.object();
    artifact(path);
    json.name("replacements").array();
    for (Fix.Change change : changes) {
      json.object();
      region("deletedRegion", change.place());
      text("insertedContent", change.text());
      json.end();
    }
    json.end().end();
  }

  private void location(Place place) {
    json.name("physicalLocation").object();
    artifact(place.path());
    region("region", place);
    json.end();
  }

  private void artifact(Path path) {
    boolean below = path.startsWith(context.directory());
    json.name("artifactLocation").object();
    json.field("uri", below ? relative(path) : uri(path, false));
    if (below) {
      json.field("uriBaseId", BASE);
    }
    json.end();
  }

  private void region(String name, Place place) {
    Region region = Region.of(workspace, place);
    json.name(name)
        .object()
        .field("startLine", region.line())
        .field("startColumn", region.column())
        .field("endLine", region.endLine())
        .field("endColumn", region.endColumn())
        .end();
  }

  private void text(String name, String text) {
    json.name(name).object().field("text", text).end();
  }

  private String relative(Path path) {
    return URI.create(uri(context.directory(), true))
        .relativize(URI.create(uri(path, false)))
        .toString();
  }

  /** An absolute URI without a look at the disk, where {@link Path#toUri} asks what is a folder. */
  private static String uri(Path path, boolean folder) {
    String uri = path.toUri().toASCIIString();
    return folder && !uri.endsWith("/") ? uri + "/" : uri;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFORMATION, HINT -> "note";
    };
  }

  private static String pascalCase(String slug) {
    StringBuilder name = new StringBuilder();
    for (String word : slug.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }
}
