package dev.enit.cli.reconfigure;

import dev.enit.cli.Arguments;
import dev.enit.cli.ReleaseFinder;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.config.Cookie;
import dev.enit.core.node.Agent;
import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.node.wire.NodeUnreachable;
import dev.enit.core.node.wire.Unreachable;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.Obstacle;
import dev.enit.core.workspace.Workspace;
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
      throw stated(obstacle.get());
    }
  }

  Release release() {
    return workspace.release(key);
  }

  private StatedError stated(Obstacle obstacle) {
    String place =
        obstacle.position().map(at -> ":" + (at.line() + 1) + ":" + (at.column() + 1)).orElse("");
    return StatedError.of(
        "cli.config.obstacle", shell.shown(obstacle.path()) + place, obstacle.reason(), key.name());
  }

  /** Connects with the node; why that is not possible is stated. */
  Agent connect(Duration timeout) {
    try {
      return Agent.connect(name(), cookie(), network(), Deadline.in(timeout));
    } catch (NodeUnreachable e) {
      throw unreachable(e.reason());
    }
  }

  /** Compares with the node as it is now. */
  ReleaseDiff compare(Agent agent, Duration timeout) {
    try {
      return ReleaseDiff.of(release(), RunningConfig.of(agent, Deadline.in(timeout)));
    } catch (NodeUnreachable e) {
      throw unreachable(e.reason());
    } catch (AgentRefusal e) {
      throw StatedError.of(
          "cli.diff.refused", release().node().nodename(), TermPrinter.print(e.reason()));
    }
  }

  private Network network() {
    return Network.of(workspace.host().shortName(), shell.environment());
  }

  private NodeName name() {
    String nodename = release().node().nodename();
    return NodeName.of(nodename)
        .orElseThrow(() -> unreachable(new Unreachable.BadName(key.name(), nodename)));
  }

  private Cookie cookie() {
    return release()
        .node()
        .cookie()
        .orElseThrow(() -> unreachable(new Unreachable.NoCookie(key.name())));
  }

  private StatedError unreachable(Unreachable reason) {
    return StatedError.of("cli.diff.unreachable", key.name(), reason.message());
  }
}
