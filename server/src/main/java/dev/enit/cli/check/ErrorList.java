package dev.enit.cli.check;

import dev.enit.cli.Arguments;
import dev.enit.cli.GlobalOptions;
import dev.enit.cli.Shell;
import dev.enit.cli.terminal.Json;
import dev.enit.core.check.Problem;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.ErrorLines;
import dev.enit.core.workspace.Workspace;
import java.util.List;

/** The errors of a release, for a command that goes no further where there are some. */
public final class ErrorList {
  private ErrorList() {}

  /** All of them, by file. */
  public static List<Problem> of(Workspace workspace, ReleaseKey key) {
    return ErrorLines.errors(workspace, key);
  }

  /**
   * Prints them on the standard error, as {@code enit check} does.
   *
   * @return how many there are
   */
  public static int print(Workspace workspace, ReleaseKey key, Arguments arguments, Shell shell) {
    List<Problem> errors = of(workspace, key);
    Shell onError = shell.withOut(shell.err());
    new TextReport(workspace, onError, GlobalOptions.style(arguments, shell), false)
        .add(new Checked(workspace.filesOf(key), errors));
    return errors.size();
  }

  /** Writes findings into a document, as the next value: an array. */
  public static void write(List<Problem> problems, Workspace workspace, Shell shell, Json json) {
    json.array();
    problems.forEach(new JsonFinding(workspace, shell, json)::write);
    json.end();
  }
}
