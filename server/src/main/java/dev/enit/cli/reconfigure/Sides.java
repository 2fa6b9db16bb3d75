package dev.enit.cli.reconfigure;

import dev.enit.cli.Arguments;
import dev.enit.cli.NamedRelease;
import dev.enit.cli.RunningSide;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.node.Agent;
import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.NodeUnreachable;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import dev.enit.core.report.OutcomeText;
import java.time.Duration;

/** The two sides of a comparison: a release as its files are at one moment, and its node. */
record Sides(NamedRelease named) {

  /** Of the release that the command line names. */
  static Sides of(Arguments arguments, Shell shell) {
    return new Sides(NamedRelease.toActOn(arguments, shell));
  }

  Release release() {
    return named.release();
  }

  /** Connects with the node; why that is not possible is stated. */
  Agent connect(Duration timeout) {
    return RunningSide.agent(release(), named.shell(), Deadline.in(timeout));
  }

  /** Compares with the node as it is now. */
  ReleaseDiff compare(Agent agent, Duration timeout) {
    try {
      return ReleaseDiff.of(release(), agent, new ModuleDigests(), Deadline.in(timeout));
    } catch (NodeUnreachable e) {
      throw StatedError.saying(e.reason().message());
    } catch (AgentRefusal e) {
      throw StatedError.saying(OutcomeText.unanswered(release(), e));
    }
  }
}
