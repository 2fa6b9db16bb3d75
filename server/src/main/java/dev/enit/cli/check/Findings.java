package dev.enit.cli.check;

import dev.enit.cli.Shell;
import dev.enit.cli.terminal.Json;
import dev.enit.cli.terminal.Style;
import dev.enit.core.check.Problem;
import dev.enit.core.check.Severity;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import java.util.List;

/** The findings that keep other commands from going on, in the shape of those of {@code check}. */
public final class Findings {
  private Findings() {}

  /** The errors in the files of a release. */
  public static List<Problem> errors(Workspace workspace, ReleaseKey key) {
    return workspace.problems(key).values().stream()
        .flatMap(List::stream)
        .filter(problem -> problem.severity() == Severity.ERROR)
        .toList();
  }

  /** Shows them where errors are shown. */
  public static void print(List<Problem> problems, Workspace workspace, Shell shell, Style style) {
    Shell errors =
        new Shell(
            shell.directory(),
            shell.environment(),
            shell.in(),
            shell.err(),
            shell.err(),
            shell.isTerminal(),
            shell.host());
    new TextReport(workspace, errors, style, false).add(new Checked(List.of(), problems));
  }

  /** Writes them as the next value of a document, an array. */
  public static void write(List<Problem> problems, Workspace workspace, Shell shell, Json json) {
    json.array();
    problems.forEach(new JsonFinding(workspace, shell, json)::write);
    json.end();
  }
}
