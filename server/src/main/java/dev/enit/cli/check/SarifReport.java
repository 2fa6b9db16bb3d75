package dev.enit.cli.check;

import com.google.gson.annotations.SerializedName;
import dev.enit.cli.check.CheckRun.Checked;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.Region;
import dev.enit.cli.terminal.JsonOutput;
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
import org.jspecify.annotations.Nullable;

/**
 * The report as a log in SARIF 2.1.0, for code scanning; hints are notes. The records have the
 * names of the format.
 */
final class SarifReport implements CheckReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The working directory, by the name that readers of SARIF know. */
  private static final String BASE = "%SRCROOT%";

  private record BaseIds(@SerializedName(BASE) ArtifactLocation base) {}

  private record ArtifactLocation(String uri, @Nullable String uriBaseId) {}

  private record Message(String text) {}

  private record SarifRegion(int startLine, int startColumn, int endLine, int endColumn) {}

  private record PhysicalLocation(ArtifactLocation artifactLocation, SarifRegion region) {}

  private record Location(
      @Nullable Integer id, PhysicalLocation physicalLocation, @Nullable Message message) {}

  private record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Message message,
      List<Location> locations,
      @Nullable List<Location> relatedLocations,
      @Nullable List<SarifFix> fixes) {}

  private record SarifFix(Message description, List<ArtifactChange> artifactChanges) {}

  private record ArtifactChange(
      ArtifactLocation artifactLocation, List<Replacement> replacements) {}

  private record Replacement(SarifRegion deletedRegion, Message insertedContent) {}

  private record Invocation(boolean executionSuccessful) {}

  private record Tool(Driver driver) {}

  private record Driver(String name, String semanticVersion, List<Rule> rules) {}

  private record Rule(
      String id,
      String name,
      Message shortDescription,
      Help help,
      Configuration defaultConfiguration) {}

  private record Help(String text, String markdown) {}

  private record Configuration(String level) {}

  private final Workspace workspace;
  private final CommandContext context;
  private final JsonOutput json;
  private final List<DiagnosticCode> rules = new ArrayList<>();

  SarifReport(Workspace workspace, CommandContext context) {
    this.workspace = workspace;
    this.context = context;
    this.json = new JsonOutput(context.out());
  }

  @Override
  public void begin() {
    json.object().member("$schema", SCHEMA).member("version", "2.1.0").array("runs");
    json.object().member("columnKind", "utf16CodeUnits");
    json.member(
        "originalUriBaseIds",
        new BaseIds(new ArtifactLocation(uri(context.directory(), true), null)));
    json.array("results");
  }

  @Override
  public void add(Checked checked) {
    checked.diagnostics().forEach(diagnostic -> json.value(result(diagnostic)));
  }

  @Override
  public void end(Counts counts) {
    json.endArray().array("invocations").value(new Invocation(true)).endArray();
    List<Rule> used = rules.stream().map(SarifReport::rule).toList();
    json.member("tool", new Tool(new Driver("enit", Version.current(), used)));
    json.endObject().endArray().endObject().finish();
  }

  private static Rule rule(DiagnosticCode code) {
    return new Rule(
        code.id(),
        pascalCase(code.slug()),
        new Message(code.page().title()),
        new Help(code.page().body(), code.page().body()),
        new Configuration(level(code.severity())));
  }

  private Result result(Diagnostic diagnostic) {
    DiagnosticCode code = diagnostic.code();
    if (!rules.contains(code)) {
      rules.add(code);
    }
    List<Location> related =
        diagnostic.related().stream().map(place -> related(diagnostic, place)).toList();
    List<SarifFix> fixes =
        diagnostic.fixes().stream()
            .filter(fix -> DiagnosticSecrets.isPublic(workspace, diagnostic, fix))
            .map(fix -> fix(diagnostic, fix))
            .toList();
    return new Result(
        code.id(),
        rules.indexOf(code),
        level(diagnostic.severity()),
        new Message(diagnostic.message()),
        List.of(new Location(null, location(diagnostic.place()), null)),
        related.isEmpty() ? null : related,
        fixes.isEmpty() ? null : fixes);
  }

  private Location related(Diagnostic diagnostic, RelatedPlace related) {
    return new Location(
        diagnostic.related().indexOf(related),
        location(related.place()),
        new Message(diagnostic.message(related)));
  }

  private SarifFix fix(Diagnostic diagnostic, Fix fix) {
    Map<Path, List<Fix.Change>> byFile =
        fix.changes().stream().collect(Collectors.groupingBy(change -> change.place().path()));
    return new SarifFix(
        new Message(diagnostic.title(fix)),
        byFile.entrySet().stream()
            .map(file -> new ArtifactChange(artifact(file.getKey()), replacements(file.getValue())))
            .toList());
  }

  private List<Replacement> replacements(List<Fix.Change> changes) {
    return changes.stream()
        .map(change -> new Replacement(region(change.place()), new Message(change.text())))
        .toList();
  }

  private PhysicalLocation location(Place place) {
    return new PhysicalLocation(artifact(place.path()), region(place));
  }

  private ArtifactLocation artifact(Path path) {
    String uri = uri(path, false);
    return path.startsWith(context.directory())
        ? new ArtifactLocation(
            URI.create(uri(context.directory(), true)).relativize(URI.create(uri)).toString(), BASE)
        : new ArtifactLocation(uri, null);
  }

  private SarifRegion region(Place place) {
    Region at = Region.of(workspace, place);
    return new SarifRegion(at.line(), at.column(), at.endLine(), at.endColumn());
  }

  /** Returns an absolute URI; that of a directory ends with a slash. */
  private static String uri(Path path, boolean directory) {
    String uri = path.toUri().toASCIIString();
    return directory && !uri.endsWith("/") ? uri + "/" : uri;
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
