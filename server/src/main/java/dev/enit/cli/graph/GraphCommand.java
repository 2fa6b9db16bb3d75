package dev.enit.cli.graph;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.UserError;
import dev.enit.core.release.Release;
import dev.enit.core.release.StartOrder;
import dev.enit.core.release.StartOrder.StartObstacle;
import dev.enit.core.report.ObstacleWords;

/** {@code enit graph}: the applications of a release, what they need, and when they start. */
public final class GraphCommand implements Command {
  private enum Format {
    TEXT,
    DOT,
    JSON
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("graph")
        .option("FORMAT", "--format")
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Format format = arguments.choice("--format", Format.class);
    Release release = NamedRelease.of(arguments, context).whole();
    if (release.otp().install().isEmpty()) {
      throw UserError.of("cli.graph.no-otp");
    }
    StartOrder order = StartOrder.of(release);
    switch (format) {
      case TEXT -> TextGraph.print(release, context.out(), GlobalOptions.style(arguments, context));
      case DOT -> DotGraph.print(release, order, context.out());
      case JSON -> JsonGraph.print(release, order, context);
    }
    return state(order, context);
  }

  /** Prints what keeps the release from starting on the standard error. */
  private static int state(StartOrder order, CommandContext context) {
    context.out().flush();
    for (StartObstacle obstacle : order.obstacles()) {
      context.err().line("enit: " + ObstacleWords.of(obstacle));
    }
    context.err().flush();
    return order.obstacles().isEmpty() ? ExitStatus.DONE : ExitStatus.ERROR;
  }
}
