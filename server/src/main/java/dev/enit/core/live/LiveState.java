package dev.enit.core.live;

import dev.enit.core.node.CodeDiff;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is known of the node of a release, at the moment of a snapshot. */
public sealed interface LiveState {

  /** The node has not been inspected yet. */
  record Unknown() implements LiveState {}

  /** The node must not be inspected. */
  record Off(Why why) implements LiveState {
    /** Why not. */
    public enum Why {
      /** The workspace is not trusted: nothing runs, and nothing connects. */
      UNTRUSTED,
      /** The release is outside of the folders and directories that the user trusts. */
      OUTSIDE,
      /** Another user can change the settings file that decides what the release runs. */
      UNSAFE,
      SWITCHED_OFF,
      /** The node is on another host, and the user has not asked for it. */
      ELSEWHERE
    }
  }

  /** The first look is on its way. */
  record Connecting() implements LiveState {}

  /**
   * The node tells of itself.
   *
   * @param status as it was when it last changed; {@link NodeStatus.Running} or {@link
   *     NodeStatus.Starting}
   * @param config empty until the node can say
   * @param code how the code of the node differs from what is installed
   */
  record Online(NodeStatus status, Optional<RunningConfig> config, CodeDiff code, Heartbeat pulse)
      implements LiveState {}

  /**
   * The node does not run, or cannot be asked.
   *
   * @param status neither {@link NodeStatus.Running} nor {@link NodeStatus.Starting}
   */
  record Away(NodeStatus status, Instant at) implements LiveState {}

  /**
   * How a release differs from its node; empty where the node does not tell, or a part of the
   * release cannot be read.
   */
  default Optional<ReleaseDiff> diff(Release release) {
    return this instanceof Online online && release.isWhole()
        ? online.config().map(running -> ReleaseDiff.of(release, running, online.code()))
        : Optional.empty();
  }

  /**
   * What a node said last of what changes all the time: its memory, its uptime, and that it is
   * there. The one thing of a snapshot that goes on: a new snapshot every few seconds for it would
   * throw away what was worked out for the old one.
   */
  final class Heartbeat {
    private volatile Beat last;

    private record Beat(NodeInfo info, Instant at) {}

    public Heartbeat(NodeInfo info, Instant at) {
      this.last = new Beat(info, at);
    }

    /** The node has said again that all is as it was. */
    void beat(NodeInfo info, Instant at) {
      last = new Beat(info, at);
    }

    /** What it said. */
    public NodeInfo info() {
      return last.info();
    }

    /** When it said so. */
    public Instant at() {
      return last.at();
    }

    /** How long ago it said so. */
    public Duration age(Instant now) {
      Duration age = Duration.between(at(), now);
      return age.isNegative() ? Duration.ZERO : age;
    }

    /** How long the node has been up. */
    Duration uptime(Instant now) {
      Beat beat = last;
      return Duration.ofMillis(beat.info().uptime()).plus(age(now));
    }
  }
}
