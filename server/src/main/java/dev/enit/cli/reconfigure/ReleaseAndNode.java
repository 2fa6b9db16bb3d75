package dev.enit.cli.reconfigure;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.command.UserError;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.node.Agent;
import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import dev.enit.core.report.OutcomeText;
import java.time.Duration;
import java.util.Optional;

/** The two sides of a comparison: a release as its files are at one moment, and its node. */
record ReleaseAndNode(NamedRelease named) {

  /** Of the release that the command line names. */
  static ReleaseAndNode of(Arguments arguments, CommandContext shell) {
    return new ReleaseAndNode(NamedRelease.toActOn(arguments, shell));
  }

  Release release() {
    return named.release();
  }

  /** Returns the rule for secrets; empty where they are to be shown. */
  Optional<SecretKeys> masked(boolean showsSecrets) {
    return showsSecrets ? Optional.empty() : Optional.of(release().config().secrets());
  }

  /** Connects with the node; why that is not possible is stated. */
  Agent connect(Duration timeout) {
    return NodeAccess.agent(release(), named.context(), Deadline.in(timeout));
  }

  /** Compares with the node as it is now. */
  ReleaseDiff compare(Agent agent, Duration timeout) {
    try {
      return ReleaseDiff.of(release(), agent, new ModuleDigests(), Deadline.in(timeout));
    } catch (UnreachableException e) {
      throw UserError.saying(e.reason().message());
    } catch (AgentRefusal e) {
      throw UserError.saying(OutcomeText.unanswered(release(), e));
    }
  }
}
