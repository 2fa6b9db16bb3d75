package dev.enit.cli.call;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.LastWord;
import dev.enit.cli.NamedRelease;
import dev.enit.cli.RunningSide;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.cli.terminal.Json;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.Agent;
import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.NodeUnreachable;
import dev.enit.core.node.wire.Unreachable;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.time.Duration;
import java.util.List;

/** {@code enit call}: a function in the node of a release. */
public final class CallCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public Shape shape() {
    return Shape.command("call")
        .option("FORMAT", "--format")
        .option("SECONDS", "--timeout")
        .flag("-m", "--match")
        .parameters("RELEASE", "1")
        .parameters("MODULE", "1")
        .parameters("FUNCTION", "1")
        .parameters("ARGS", "0..1");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    Format format = arguments.choice("--format", Format.class);
    List<String> parameters = arguments.parameters();
    Call call = Call.of(parameters.subList(1, parameters.size()));
    Duration patience = RunningSide.patience(arguments, PATIENCE);
    Release release = NamedRelease.toActOn(arguments, shell).askable();
    String result = result(call, release, shell, Deadline.in(patience));
    switch (format) {
      case TEXT -> shell.out().line(result);
      case JSON ->
          new Json(shell.out())
              .object()
              .field("release", release.name())
              .field("node", release.node().nodename())
              .field("result", result)
              .end()
              .finish();
    }
    return ExitStatus.DONE;
  }

  /** As the node prints it, which shows processes and functions as they are called there. */
  private static String result(Call call, Release release, Shell shell, Deadline deadline) {
    try (Agent agent = RunningSide.agent(release, shell, deadline);
        LastWord _ = LastWord.of(shell, "cli.call.interrupted", call.signature())) {
      Term printed = agent.request(call.request(), deadline);
      return NodeText.of(printed).orElseGet(() -> TermPrinter.print(printed));
    } catch (AgentRefusal e) {
      throw CallFailure.of(call, e.reason());
    } catch (NodeUnreachable e) {
      throw e.reason() instanceof Unreachable.NoAnswer
          ? StatedError.of("cli.call.late", call.signature(), seconds(deadline))
          : StatedError.saying(e.reason().message());
    }
  }

  private static String seconds(Deadline deadline) {
    return String.valueOf(deadline.allowed().toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }
}
