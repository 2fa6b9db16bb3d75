package dev.enit.cli.reconfigure;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.InterruptMessage;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.terminal.ProgressLine;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.node.Agent;
import dev.enit.core.node.ReconfigureOutcome;
import dev.enit.core.node.ReconfigurePlan;
import dev.enit.core.node.ReconfigureRequest;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.report.ErrorLines;
import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code enit reconfigure}: what changed on disk comes into force in the node. */
public final class ReconfigureCommand implements Command {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration CANCEL = Duration.ofSeconds(5);

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("reconfigure")
        .flag("--dry-run")
        .flag("--force")
        .option("SECONDS", "--timeout")
        .option("FORMAT", "--format")
        .flag(GlobalOptions.SHOW_SECRETS)
        .flag("-s", "--syslog")
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  @Override
  public boolean answersSignals() {
    return true;
  }

  @Override
  public int run(Arguments arguments, CommandContext shell) {
    Format format = arguments.choice("--format", Format.class);
    Duration timeout = NodeAccess.patience(arguments, TIMEOUT);
    boolean secrets = GlobalOptions.showsSecrets(arguments, shell);
    ReleaseAndNode sides = ReleaseAndNode.of(arguments, shell);
    OutcomeReport report =
        new OutcomeReport(sides, arguments, format == Format.JSON, sides.masked(secrets));
    List<Diagnostic> errors = ErrorLines.errors(sides.named().workspace(), sides.named().key());
    if (!errors.isEmpty()) {
      throw report.faulty(errors);
    }
    sides.named().whole();
    Duration given = NodeAccess.patience(arguments, DiffCommand.TIMEOUT);
    Duration answer = longer(given, DiffCommand.TIMEOUT);
    try (InterruptMessage _ = InterruptMessage.of(shell, "cli.interrupted");
        Agent agent = sides.connect(answer)) {
      ReleaseDiff diff = sides.compare(agent, answer);
      ReconfigurePlan plan = ReconfigurePlan.of(diff, arguments.has("--force"));
      if (arguments.has("--dry-run")) {
        report.planned(plan);
        return ExitStatus.DONE;
      }
      // Meanwhile the next one of several files may have been saved.
      List<Path> changed =
          ReleaseFiles.changed(sides.release(), ReleaseAndNode.of(arguments, shell).release());
      if (!changed.isEmpty()) {
        throw report.filesChanged(changed);
      }
      return apply(plan, agent, timeout, report, shell);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static int apply(
      ReconfigurePlan plan,
      Agent agent,
      Duration timeout,
      OutcomeReport report,
      CommandContext shell) {
    ReconfigureRequest reconfigure = new ReconfigureRequest(agent);
    ProgressLine progress = ProgressLine.on(shell.err());
    Runnable first = () -> progress.say(Messages.text("cli.reconfigure.interrupted"));
    Runnable cancel = () -> reconfigure.cancel(Deadline.in(CANCEL));
    try (CancelOnInterrupt _ = CancelOnInterrupt.calling(first, cancel)) {
      ReconfigureOutcome outcome =
          reconfigure.run(
              plan, timeout, app -> progress.show(Messages.text("reconfigure.telling", app)));
      progress.clear();
      report.ended(plan, outcome);
      return ExitStatus.DONE;
    } catch (UnreachableException e) {
      progress.clear();
      throw report.lost(e.reason());
    }
  }
}
