package dev.enit.cli.reconfigure;

import dev.enit.cli.Arguments;
import dev.enit.cli.ReleaseFinder;
import dev.enit.cli.RunningSide;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.node.Agent;
import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.NodeUnreachable;
import dev.enit.core.node.wire.Terms;
import dev.enit.core.node.wire.Unreachable;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.Obstacle;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.time.Duration;
import java.util.Optional;

/** The two sides of a comparison: a release as its files are at one moment, and its node. */
record Sides(Workspace workspace, ReleaseKey key, Shell shell) {

  /** Reads the release that the command line names. */
  static Sides of(Arguments arguments, Shell shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    ReleaseFinder finder = new ReleaseFinder(workspace, arguments, shell);
    ReleaseKey key = finder.one(arguments.parameters().getFirst(), arguments.has("--match"));
    return new Sides(workspace, key, shell);
  }

  /** Half a configuration is a wrong one: a part that cannot be read is stated. */
  void requireWhole() {
    Optional<Obstacle> obstacle = Obstacle.of(workspace, key);
    if (obstacle.isPresent()) {
      throw StatedError.of(
          "cli.config.obstacle",
          RunningSide.at(obstacle.get(), shell),
          obstacle.get().reason(),
          key.name());
    }
  }

  Release release() {
    return workspace.release(key);
  }

  /** Connects with the node; why that is not possible is stated. */
  Agent connect(Duration timeout) {
    return RunningSide.agent(release(), shell, Deadline.in(timeout));
  }

  private String message(Term reason) {
    String node = release().node().nodename();
    return Terms.isAtom(reason, "controller")
        ? Messages.text("cli.diff.controller", node)
        : new Unreachable.Refused(node, TermPrinter.print(reason)).message();
  }

  /** Compares with the node as it is now. */
  ReleaseDiff compare(Agent agent, Duration timeout) {
    try {
      return ReleaseDiff.of(release(), RunningConfig.of(agent, Deadline.in(timeout)));
    } catch (NodeUnreachable e) {
      throw StatedError.saying(e.reason().message());
    } catch (AgentRefusal e) {
      throw StatedError.saying(message(e.reason()));
    }
  }
}
