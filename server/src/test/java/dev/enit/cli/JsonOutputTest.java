package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that JSON output is one document, and that its fields keep their types. */
final class JsonOutputTest {
  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();

  private static JsonElement json(String folder, String... arguments) {
    Outcome outcome =
        InProcess.run(SAMPLES.resolve(folder), Map.of(), new byte[0], false, List.of(arguments));
    assertEquals("", outcome.stderr());
    return JsonParser.parseString(outcome.stdout());
  }

  @Test
  void diagnostics() {
    assertEquals(
        """
        .diagnostics: array
        .diagnostics[].code: string
        .diagnostics[].column: number
        .diagnostics[].endColumn: number
        .diagnostics[].endLine: number
        .diagnostics[].file: string
        .diagnostics[].fixes: array
        .diagnostics[].fixes[].edits: array
        .diagnostics[].fixes[].edits[].column: number
        .diagnostics[].fixes[].edits[].endColumn: number
        .diagnostics[].fixes[].edits[].endLine: number
        .diagnostics[].fixes[].edits[].file: string
        .diagnostics[].fixes[].edits[].line: number
        .diagnostics[].fixes[].edits[].text: string
        .diagnostics[].fixes[].preferred: boolean
        .diagnostics[].fixes[].title: string
        .diagnostics[].line: number
        .diagnostics[].message: string
        .diagnostics[].related: array
        .diagnostics[].related[].column: number
        .diagnostics[].related[].endColumn: number
        .diagnostics[].related[].endLine: number
        .diagnostics[].related[].file: string
        .diagnostics[].related[].line: number
        .diagnostics[].related[].message: string
        .diagnostics[].severity: string
        .diagnostics[].slug: string
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
