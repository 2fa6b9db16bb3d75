package dev.enit.cli.status;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.InterruptMessage;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.node.NodeInspection;
import dev.enit.core.node.NodeProbe;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import java.time.Duration;

/** {@code enit status}: the state of a release, and what its node says of itself. */
public final class StatusCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("status")
        .option("FORMAT", "--format")
        .option("SECONDS", "--timeout")
        .flag("--show-cookie")
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Format format = arguments.choice("--format", Format.class);
    Duration patience = NodeAccess.patience(arguments, PATIENCE);
    NamedRelease named = NamedRelease.of(arguments, context);
    Release release = named.askable();
    NodeProbe probe = NodeAccess.probe(context);
    NodeInspection look;
    try (InterruptMessage _ = InterruptMessage.of(context, "cli.interrupted")) {
      look = NodeInspection.of(release, probe, new ModuleDigests(), Deadline.in(patience));
    }
    switch (format) {
      case TEXT -> new TextStatus(context.out(), context.width()).print(release, look);
      case JSON ->
          JsonOutput.print(
              JsonStatus.one(release, look, named.broken(), arguments.has("--show-cookie")),
              context.out());
    }
    return switch (look.status()) {
      case NodeStatus.Running _, NodeStatus.Starting _, NodeStatus.Booting _ -> ExitStatus.DONE;
      case NodeStatus.Stopped _, NodeStatus.NameInUse _ -> ExitStatus.NOT_RUNNING;
      case NodeStatus.Hidden _ -> ExitStatus.NOT_KNOWN;
    };
  }
}
