package dev.enit.cli.reconfigure;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.GlobalOptions;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.check.ErrorList;
import dev.enit.core.node.Agent;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.text.Messages;

/** {@code enit diff}: what a reconfiguration would do, and what it would leave. */
public final class DiffCommand implements Command {
  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public Shape shape() {
    return Shape.command("diff")
        .option("FORMAT", "--format")
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    Format format = arguments.choice("--format", Format.class);
    Sides sides = Sides.of(arguments, shell);
    ReleaseDiff diff;
    try (Agent agent = sides.connect()) {
      diff = sides.compare(agent);
    }
    switch (format) {
      case TEXT -> new TextDiff(shell, GlobalOptions.style(arguments, shell)).print(diff);
      case JSON -> JsonDiff.print(diff, shell);
    }
    int errors = ErrorList.of(sides.workspace(), sides.key()).size();
    if (errors > 0) {
      shell.out().flush();
      shell.err().line("enit: " + Messages.text("cli.diff.errors", sides.key().name(), errors));
      shell.err().flush();
    }
    return diff.isEmpty() ? ExitStatus.DONE : ExitStatus.DIFFERENT;
  }
}
