package dev.enit.cli.check;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.ErrorLines;
import dev.enit.core.workspace.Workspace;
import java.util.List;

/** The errors of a release, for a command that goes no further where there are some. */
public final class ErrorList {
  private ErrorList() {}

  /** All of them, by file. */
  public static List<Diagnostic> of(Workspace workspace, ReleaseKey key) {
    return ErrorLines.errors(workspace, key);
  }

  /**
   * Prints them on the standard error, as {@code enit check} does.
   *
   * @return how many there are
   */
  public static int print(
      Workspace workspace, ReleaseKey key, Arguments arguments, CommandContext context) {
    List<Diagnostic> errors = of(workspace, key);
    CommandContext onError = context.withOut(context.err());
    new TextReport(workspace, onError, GlobalOptions.style(arguments, context), false)
        .add(new CheckedTarget(workspace.filesOf(key), errors));
    return errors.size();
  }

  /** Writes diagnostics into a document, as the next value: an array. */
  public static void write(
      List<Diagnostic> diagnostics,
      Workspace workspace,
      CommandContext context,
      IndentedJson json) {
    json.array();
    diagnostics.forEach(new JsonDiagnostic(workspace, context, json)::write);
    json.end();
  }
}
