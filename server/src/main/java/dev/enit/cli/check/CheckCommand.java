package dev.enit.cli.check;

import dev.enit.cli.check.CheckTargets.CheckTarget;
import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.core.check.Severity;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.util.List;

/** {@code enit check}: the diagnostics of files and releases, without a node and without root. */
public final class CheckCommand implements Command {
  private enum Format {
    TEXT,
    JSON,
    SARIF
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("check")
        .option("FORMAT", "--format")
        .flag("--hints")
        .flag("-m", "--match")
        .parameters("PATH|RELEASE", "0..*");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Format format = arguments.choice("--format", Format.class);
    WorkspaceHost host = context.workspace(arguments);
    List<CheckTarget> targets = CheckTargets.of(host.snapshot(), arguments, context);
    if (targets.isEmpty()) {
      context.err().line("enit: " + Messages.text("cli.check.no-target"));
      context.err().flush();
    }
    return report(targets, host, report(format, host.snapshot(), arguments, context));
  }

  private static int report(List<CheckTarget> targets, WorkspaceHost host, CheckReport report) {
    CheckReport.Counts counts = new CheckReport.Counts();
    try (CheckRun run = new CheckRun(host)) {
      report.begin();
      run.run(
          targets,
          checked -> {
            counts.add(checked);
            report.add(checked);
          });
      report.end(counts);
    }
    return counts.of(Severity.ERROR) > 0 ? ExitStatus.ERROR : ExitStatus.DONE;
  }

  private static CheckReport report(
      Format format, Workspace workspace, Arguments arguments, CommandContext context) {
    return switch (format) {
      case TEXT ->
          new TextReport(
              workspace,
              context,
              GlobalOptions.style(arguments, context),
              arguments.has("--hints"));
      case JSON -> new JsonReport(workspace, context);
      case SARIF -> new SarifReport(workspace, context);
    };
  }
}
