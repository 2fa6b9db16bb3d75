package dev.enit.cli.check;

import dev.enit.cli.Arguments;
import dev.enit.cli.GlobalOptions;
import dev.enit.cli.Shell;
import dev.enit.core.check.Problem;
import dev.enit.core.check.Severity;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import java.util.List;

/** The errors of a release, for a command that goes no further where there are some. */
public final class ErrorList {
  private ErrorList() {}

  /**
   * Prints them on the standard error, as {@code enit check} does.
   *
   * @return how many there are
   */
  public static int print(Workspace workspace, ReleaseKey key, Arguments arguments, Shell shell) {
    List<Problem> errors =
        workspace.problems(key).values().stream()
            .flatMap(List::stream)
            .filter(problem -> problem.severity() == Severity.ERROR)
            .toList();
    Shell onError = shell.withOut(shell.err());
    new TextReport(workspace, onError, GlobalOptions.style(arguments, shell), false)
        .add(new Checked(workspace.filesOf(key), errors));
    return errors.size();
  }
}
