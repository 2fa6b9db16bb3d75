package dev.enit.core.check;

import dev.enit.core.live.LiveState;
import dev.enit.core.live.Pulse;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.RunningConfig;
import dev.enit.grammar.parse.TermParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A running node as a file tells it: the map of {@code enit_environment:snapshot/0}. */
public final class FixtureNode {
  private FixtureNode() {}

  /** What an editor that follows it knows of it. */
  public static LiveState online(String terms) {
    RunningConfig config =
        RunningConfig.of(Objects.requireNonNull(TermParser.parse(terms).forms().getFirst().term()));
    NodeInfo info =
        new NodeInfo(
            config.node(),
            config.pid(),
            "25",
            "13.1.5",
            180_000,
            List.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            false);
    return new LiveState.Online(
        new NodeStatus.Running(info), Optional.of(config), new Pulse(info, Instant.now()));
  }
}
