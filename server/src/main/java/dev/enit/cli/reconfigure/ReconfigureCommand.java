package dev.enit.cli.reconfigure;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.LastWord;
import dev.enit.cli.RunningSide;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.check.ErrorList;
import dev.enit.cli.terminal.ProgressLine;
import dev.enit.core.check.Problem;
import dev.enit.core.node.Agent;
import dev.enit.core.node.Reconfigure;
import dev.enit.core.node.ReconfigureOutcome;
import dev.enit.core.node.ReconfigurePlan;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.NodeUnreachable;
import dev.enit.core.release.ReleaseFiles;
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
  public Shape shape() {
    return Shape.command("reconfigure")
        .flag("--dry-run")
        .flag("--force")
        .option("SECONDS", "--timeout")
        .option("FORMAT", "--format")
        .flag("-s", "--syslog")
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    Format format = arguments.choice("--format", Format.class);
    Duration timeout = RunningSide.patience(arguments, TIMEOUT);
    Sides sides = Sides.of(arguments, shell);
    OutcomeReport report = new OutcomeReport(sides, arguments, format == Format.JSON);
    List<Problem> errors = ErrorList.of(sides.named().workspace(), sides.named().key());
    if (!errors.isEmpty()) {
      throw report.faulty(errors);
    }
    sides.named().whole();
    Duration given = RunningSide.patience(arguments, DiffCommand.TIMEOUT);
    Duration answer = longer(given, DiffCommand.TIMEOUT);
    try (LastWord looking = LastWord.of(shell, "cli.interrupted");
        Agent agent = sides.connect(answer)) {
      ReleaseDiff diff = sides.compare(agent, answer);
      ReconfigurePlan plan = ReconfigurePlan.of(diff, arguments.has("--force"));
      if (arguments.has("--dry-run")) {
        report.planned(plan);
        return ExitStatus.DONE;
      }
      // Meanwhile somebody may have saved the next one of several files.
      List<Path> changed =
          ReleaseFiles.changed(sides.release(), Sides.of(arguments, shell).release());
      if (!changed.isEmpty()) {
        throw report.filesChanged(changed);
      }
      looking.end();
      return apply(plan, agent, timeout, report, shell);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static int apply(
      ReconfigurePlan plan, Agent agent, Duration timeout, OutcomeReport report, Shell shell) {
    Reconfigure reconfigure = new Reconfigure(agent);
    ProgressLine progress = ProgressLine.on(shell.err());
    Runnable first = () -> progress.say(Messages.text("cli.reconfigure.interrupted"));
    Runnable cancel = () -> reconfigure.cancel(Deadline.in(CANCEL));
    try (Interruption _ = Interruption.calling(first, cancel)) {
      ReconfigureOutcome outcome =
          reconfigure.run(
              plan, timeout, app -> progress.show(Messages.text("reconfigure.telling", app)));
      progress.clear();
      report.ended(plan, outcome);
      return ExitStatus.DONE;
    } catch (NodeUnreachable e) {
      progress.clear();
      throw report.lost(e.reason());
    }
  }
}
