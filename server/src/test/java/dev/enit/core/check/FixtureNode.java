package dev.enit.core.check;

import dev.enit.core.config.NodeText;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.LiveState.Heartbeat;
import dev.enit.core.node.CodeDiff;
import dev.enit.core.node.CodeDiff.ApplicationChange;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A running node that a file describes: the map of {@code enit_environment:snapshot/0}. Its key
 * {@code code} has applications that run other code than is installed, as {@code {Application,
 * Running, Installed, Modules}}.
 */
public final class FixtureNode {
  private FixtureNode() {}

  /** Returns what an editor that follows it knows of it. */
  public static LiveState online(String terms) {
    Term map = Objects.requireNonNull(TermParser.parse(terms).forms().getFirst().term());
    RunningConfig config = RunningConfig.of(map);
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
        new NodeStatus.Running(info),
        Optional.of(config),
        new CodeDiff(Optional.empty(), changes((Term.MapTerm) map), List.of(), List.of()),
        new Heartbeat(info, Instant.now()));
  }

  private static List<ApplicationChange> changes(Term.MapTerm map) {
    return map.associations().stream()
        .filter(entry -> WireTerms.isAtom(entry.key(), "code"))
        .flatMap(entry -> ((Term.ListTerm) entry.value()).elements().stream())
        .map(each -> ((Term.Tuple) each).elements())
        .map(
            change ->
                new ApplicationChange(
                    text(change.get(0)),
                    text(change.get(1)),
                    text(change.get(2)),
                    ((Term.ListTerm) change.get(3))
                        .elements().stream().map(FixtureNode::text).toList()))
        .toList();
  }

  private static String text(Term term) {
    return NodeText.of(term).orElseThrow();
  }
}
