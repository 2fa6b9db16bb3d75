package dev.enit.cli.call;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.InterruptMessage;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.command.UserError;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.Agent;
import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.UnreachableReason;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.time.Duration;
import java.util.List;

/** {@code enit call}: a call of a function in the node of a release. */
public final class CallCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private enum Format {
    TEXT,
    JSON
  }

  private record Document(String release, String node, String result) {}

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("call")
        .option("FORMAT", "--format")
        .option("SECONDS", "--timeout")
        .flag("-m", "--match")
        .parameters("RELEASE", "1")
        .parameters("MODULE", "1")
        .parameters("FUNCTION", "1")
        .parameters("ARGS", "0..1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Format format = arguments.choice("--format", Format.class);
    List<String> parameters = arguments.parameters();
    FunctionCall call = FunctionCall.of(parameters.subList(1, parameters.size()));
    Duration patience = NodeAccess.patience(arguments, PATIENCE);
    Release release = NamedRelease.toActOn(arguments, context).askable();
    String result = result(call, release, context, Deadline.in(patience));
    switch (format) {
      case TEXT -> context.out().line(result);
      case JSON ->
          JsonOutput.print(
              new Document(release.name(), release.node().nodename(), result), context.out());
    }
    return ExitStatus.DONE;
  }

  /** Returns the result as the node prints it, with its own names of processes and functions. */
  private static String result(
      FunctionCall call, Release release, CommandContext context, Deadline deadline) {
    try (Agent agent = NodeAccess.agent(release, context, deadline);
        InterruptMessage _ =
            InterruptMessage.of(context, "cli.call.interrupted", call.signature())) {
      Term printed = agent.request(call.request(), deadline);
      return NodeText.of(printed).orElseGet(() -> TermPrinter.print(printed));
    } catch (AgentRefusal e) {
      throw CallFailure.of(call, e.reason());
    } catch (UnreachableException e) {
      throw e.reason() instanceof UnreachableReason.NoAnswer
          ? UserError.of("cli.call.late", call.signature(), seconds(deadline))
          : UserError.saying(e.reason().message());
    }
  }

  private static String seconds(Deadline deadline) {
    return String.valueOf(deadline.allowed().toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }
}
