package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** JSON is one document, and its fields keep their types. */
final class JsonOutputTest {
  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();

  private static JsonElement json(String folder, String... arguments) {
    Outcome outcome =
        InProcess.run(SAMPLES.resolve(folder), Map.of(), new byte[0], false, List.of(arguments));
    assertEquals("", outcome.stderr());
    return JsonParser.parseString(outcome.stdout());
  }

  @Test
  void findings() {
    assertEquals(
        """
        .findings: array
        .findings[].code: string
        .findings[].column: number
        .findings[].endColumn: number
        .findings[].endLine: number
        .findings[].file: string
        .findings[].fixes: array
        .findings[].fixes[].edits: array
        .findings[].fixes[].edits[].column: number
        .findings[].fixes[].edits[].endColumn: number
        .findings[].fixes[].edits[].endLine: number
        .findings[].fixes[].edits[].file: string
        .findings[].fixes[].edits[].line: number
        .findings[].fixes[].edits[].text: string
        .findings[].fixes[].preferred: boolean
        .findings[].fixes[].title: string
        .findings[].line: number
        .findings[].message: string
        .findings[].related: array
        .findings[].related[].column: number
        .findings[].related[].endColumn: number
        .findings[].related[].endLine: number
        .findings[].related[].file: string
        .findings[].related[].line: number
        .findings[].related[].message: string
        .findings[].severity: string
        .findings[].slug: string
        .summary.errors: number
        .summary.files: number
        .summary.hints: number
        .summary.information: number
        .summary.warnings: number
        """,
        JsonShape.of(
            json("broken", "check", "--format", "json", "missing_bracket", "duplicate_key"),
            Set.of()));
  }

  @Test
  void configuration() {
    String one =
        """
        .applications: array
        .applications[]: string
        .extensions: array
        .extensions[]: string
        .node: string
        .release: string
        .sections.*.*.overrides: array
        .sections.*.*.overrides[].source.default: string
        .sections.*.*.overrides[].source.line: number
        .sections.*.*.overrides[].value: string
        .sections.*.*.source.column: number
        .sections.*.*.source.file: string
        .sections.*.*.source.line: number
        .sections.*.*.value: string
        .version: string
        """;
    assertEquals(
        one,
        JsonShape.of(
            json("relex", "config", "relex", "--format", "json"),
            Set.of(".sections", ".sections.*")));
    assertEquals(
        ".releases: array\n"
            + one.indent(0).replaceAll("(?m)^", ".releases[]").replace(".releases[]\n", ""),
        JsonShape.of(
            json("relex", "config", "--all", "--format", "json"),
            Set.of(".releases[].sections", ".releases[].sections.*")));
  }

  @Test
  void applications() {
    String apps =
        """
        .applications: array
        .applications[].applications: array
        .applications[].applications[]: string
        .applications[].description: string
        .applications[].hides: array
        .applications[].included: array
        .applications[].name: string
        .applications[].optional: array
        .applications[].path: string
        .applications[].version: string
        """;
    assertEquals(
        apps
            + """
            .otp: null
            .searched: array
            .searched[]: string
            """,
        JsonShape.of(json("relex", "--otp", "/nowhere", "apps", "--format", "json"), Set.of()));
    assertEquals(
        apps
            + """
            .otp.release: number
            .otp.root: string
            .otp.version: string
            .searched: array
            .searched[]: string
            """,
        JsonShape.of(json("relex", "apps", "relex_snmp", "--format", "json"), Set.of()));
  }
}
