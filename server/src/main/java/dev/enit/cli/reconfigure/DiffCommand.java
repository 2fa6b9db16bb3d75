package dev.enit.cli.reconfigure;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.InterruptMessage;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.node.Agent;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.report.DiffText;
import dev.enit.core.report.ErrorLines;
import dev.enit.core.text.Messages;
import java.time.Duration;
import java.util.Optional;

/** {@code enit diff}: what a reconfiguration would do, and what it would leave. */
public final class DiffCommand implements Command {
  /** For each answer of the node. */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("diff")
        .option("FORMAT", "--format")
        .option("SECONDS", "--timeout")
        .flag(GlobalOptions.SHOW_SECRETS)
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, CommandContext shell) {
    Format format = arguments.choice("--format", Format.class);
    Duration timeout = NodeAccess.patience(arguments, TIMEOUT);
    boolean secrets = GlobalOptions.showsSecrets(arguments, shell);
    ReleaseAndNode sides = ReleaseAndNode.of(arguments, shell);
    Optional<SecretKeys> masked = sides.masked(secrets);
    sides.named().whole();
    ReleaseDiff diff;
    try (InterruptMessage _ = InterruptMessage.of(shell, "cli.interrupted");
        Agent agent = sides.connect(timeout)) {
      diff = sides.compare(agent, timeout);
    }
    switch (format) {
      case TEXT ->
          new DiffText(
                  shell.out()::line, shell::shown, GlobalOptions.style(arguments, shell), masked)
              .print(diff);
      case JSON -> JsonOutput.print(new JsonDiff(shell, masked).document(diff), shell.out());
    }
    int errors = ErrorLines.errors(sides.named().workspace(), sides.named().key()).size();
    if (errors > 0) {
      shell.out().flush();
      shell.err().line("enit: " + Messages.text("diff.errors", sides.named().name(), errors));
      shell.err().flush();
    }
    return diff.isEmpty() ? ExitStatus.DONE : ExitStatus.DIFFERENT;
  }
}
