package dev.enit.core.live;

import dev.enit.core.node.NodeInfo;
import java.time.Duration;
import java.time.Instant;

/**
 * What a node said last of what changes all the time: its memory, its uptime, and that it is there.
 * The one thing of a snapshot that goes on: a new snapshot every few seconds for it would throw
 * away what was worked out for the old one.
 */
public final class Heartbeat {
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
